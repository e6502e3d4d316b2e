"""Where records meet citation styles: a document's citations and its bibliography."""

from litreview.cite.items import citable, citation_item
from litreview.cite.resolve import bibliography_document, resolve

__all__ = ["bibliography_document", "citable", "citation_item", "resolve"]
