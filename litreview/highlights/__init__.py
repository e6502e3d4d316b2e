"""What readers keep of their reading, wherever they keep it: notes of Zotero, marks in a PDF, exports of highlights, as `Highlight` values.

In come texts and bytes, out come highlights and problems. Nothing here says what a mark means: that is `analysis.highlights`.
"""
