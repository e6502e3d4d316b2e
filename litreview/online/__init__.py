"""Looking up a work by its identifier in public, keyless services. The only part of litreview that uses a network, and only when asked to.

`identify` tells what kind of identifier a text is, `lookup` asks the services for it, one after the other, until one knows it.
In comes an identifier, with a `Client` that says how to ask (time, tries, cache, addresses); out come a study and problems. What a
service answers is read by `litreview.formats`. Called by the layer that adds to a library (`library`) and by the public face (`api`).
"""

from litreview.online.client import Client, user_cache
from litreview.online.identifier import Identifier, Kind, identify
from litreview.online.lookup import lookup

__all__ = ["Client", "Identifier", "Kind", "identify", "lookup", "user_cache"]
