"""A citation processor for CSL 1.0.2: works and a style in, document inlines out.

>>> from litreview.document.walk import plain
>>> style = compile_style("apa")
>>> work, _ = item({"id": "lee2019", "type": "book", "title": "Sister cities", "author": [{"family": "Lee", "given": "Ann"}],
...                 "issued": {"date-parts": [[2019]]}, "publisher": "Acme"})
>>> processor = Processor(style, [work])
>>> plain(processor.citations([Cluster((Cite("lee2019", locator="4"),))])[0])
'(Lee, 2019, p. 4)'
>>> plain(processor.bibliography().entries[0].children)
'Lee, A. (2019). Sister cities. Acme.'

In: CSL-JSON, read by `items`; a style by its name, path or bytes, read by `compile_style`; and all clusters of cites of a document in
their order, since a/b letters, "ibid." and numbers depend on the others. Out: one frozen tree of inlines (`litreview.document.nodes`)
for each cluster, a `Bibliography`, and what is wrong with works, cites and style as problems.
Called by `cite`, which makes items of records, and by `review` and `api`, which hold a compiled style; the processor itself knows
nothing of records, files, formats and outputs, so that any program can use it.
"""

from litreview.csl.cites import Cite, Cluster
from litreview.csl.clusters import NO_FORM
from litreview.csl.items import Item, item, items
from litreview.csl.processor import Bibliography, Processor
from litreview.csl.rendering import ItemLocale
from litreview.csl.styles import Style, compile_style

__all__ = ["NO_FORM", "Bibliography", "Cite", "Cluster", "Item", "ItemLocale", "Processor", "Style", "compile_style", "item", "items"]
