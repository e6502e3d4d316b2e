"""Where records meet citation styles: a document's citations and its bibliography.

In come a document whose citations name works by key, a library of studies, and a compiled citation style. Out go the same document with
every citation and the bibliography filled in (`resolve`), or one that is a bibliography alone (`bibliography_document`), each with the
problems met: unknown keys, citations that do not tell works apart, values that the style cannot print. `citable` and `citation_item` give
a study as the citation processor takes it; `named_style.compiled` compiles a style by name or path, `styles.styles` lists those there are.

`review`, `api` and the top of the package may call it. It knows records, documents and the CSL processor, but no chapter and no output.
"""

from litreview.cite.items import citable, citation_item
from litreview.cite.resolve import bibliography_document, resolve

__all__ = ["bibliography_document", "citable", "citation_item", "resolve"]
