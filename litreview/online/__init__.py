"""Looking up a work by its identifier in public, keyless services. The only part of litreview that uses a network, and only when asked to.

`identify` tells what kind of identifier a text is, `lookup` asks the services for it, one after the other, until one knows it.
"""

from litreview.online.client import Client, user_cache
from litreview.online.identifier import Identifier, Kind, identify
from litreview.online.lookup import lookup

__all__ = ["Client", "Identifier", "Kind", "identify", "lookup", "user_cache"]
