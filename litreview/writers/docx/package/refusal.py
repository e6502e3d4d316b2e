"""Word files and layouts that cannot be used: the exception, and the same as a problem that can be said in the reader's language."""

from __future__ import annotations

from litreview.errors import Origin, Problem, ReadError

_SENTENCES = {
    "template-no-word": "this is no Word document: give a .docx or .dotx file",
    "template-encrypted": "this file is encrypted or in the old .doc format: save it in Word as .docx without a password",
    "template-macros": "this file holds macros: save it in Word as .docx or .dotx, without macros",
    "template-too-large": "this file unpacks to more than {limit} MB or {parts} parts, which no document needs: use another file",
    "template-unreadable": "this is no readable Word file: open it in Word and save it again as .docx",
    "template-part-name": 'this file is damaged: it holds a part by the name "{part}": open it in Word and save it again',
    "template-doctype": "the part {part} has a document type declaration, which no Word file needs: use another file",
    "template-nested": "the part {part} is nested deeper than any document: use another file",
    "template-part": "the part {part} cannot be read ({reason}): open the file in Word and save it again",
    "template-outside": 'this file loads something from elsewhere ("{kind}"): remove the link in Word, or put the thing itself in',
    "template-damaged": "this Word file is damaged ({reason}): open it in Word and save it again",
    "layout-missing": "this layout cannot be read ({reason}): check the path",
    "layout-not-toml": "this layout is no readable TOML ({reason}): compare it with a file in styles/",
    "layout-unknown": 'the layout has an unknown entry "{entry}": perhaps "{nearest}" is meant',
    "layout-not-section": "[{section}] of the layout must be a section: put its values below a line [{section}]",
    "layout-length": '[{section}] {field} needs a length with its unit, such as "1.25cm" or "12pt"',
    "layout-size": '[{section}] {field} needs a size of type above 0pt, such as "12pt"',
    "layout-yes-no": "[{section}] {field} needs true or false, without quotation marks",
    "layout-text": "[{section}] {field} needs a short text in quotation marks",
    "layout-colour": '[{section}] {field} needs a colour as six digits, such as "F2F2F2"',
    "layout-choice": "[{section}] {field} needs one of {known}",
    "layout-margins": "the margins of the layout leave less than an inch for the text: make them smaller or the page larger",
}
"""As in the English language file, which writers may not read; a test holds the two together."""


def refusal(code: str, name: str, **slots: object) -> ReadError:
    """The `ReadError` for a file that cannot be used: to be raised by the caller.

    >>> print(refusal("template-macros", "kampus.docm"))
    kampus.docm: this file holds macros: save it in Word as .docx or .dotx, without macros
    """
    error = ReadError(_SENTENCES[code].format_map(slots), name or None)
    error.problem = Problem(code, tuple((slot, str(value)) for slot, value in slots.items()), Origin(file=name or None), severity="error")
    return error
