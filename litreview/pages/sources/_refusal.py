"""Files that hold no page which can be read: the exception, and the same as a problem that can be said in the reader's language."""

from __future__ import annotations

from litreview.errors import ReadError, fault
from litreview.languages import explain


def refusal(code: str, line: int | None = None, **slots: object) -> ReadError:
    """The `ReadError` for the problem `code`: to be raised by the caller, who knows the file.

    >>> print(refusal("page-scanned"))
    this PDF has no text layer (a scanned page?): run text recognition on it, or type the page into a .txt file
    """
    problem = fault(code, line=line, severity="error", **{name: str(value) for name, value in slots.items()})
    error = ReadError(explain(problem), line=line)
    error.problem = problem
    return error
