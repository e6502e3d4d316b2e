"""Citations typed in a Word document, and the place of its bibliography."""
