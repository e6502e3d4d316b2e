"""Studies added to a library that is kept in files."""

from __future__ import annotations

import os
from collections.abc import Iterable

from litreview.api.given import Studies, given_sources
from litreview.languages import CHAPTER
from litreview.library.adding import add as adding
from litreview.library.adding.add import Additions
from litreview.online import Client


def add(
    *given: Studies,
    into: str | os.PathLike[str],
    text: str | None = None,
    fill: bool = False,
    lang: str | None = None,
    client: Client | None = None,
    concepts: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
    dry_run: bool = False,
) -> Additions:
    """Add studies to the library `into`, a folder (a new YAML file for each) or a file of records (``.bib``); either is made if missing.

    `given` are files or folders of every kind that `litreview.load` reads, libraries, or identifiers (DOI, arXiv, PMID, ISBN) that
    `client` looks up online; `text` is a bibliography, an abstract page or identifiers as text. No file and no field of a record that is
    there is ever overwritten: a study that is there is reported with what is new in the source, and only with `fill` are fields filled
    that are empty and that nobody has emptied. Doubtful values get a comment in `lang` over them ("# periksa: …"; "id" by default).
    E-mail addresses are not kept. `concepts` are files with concepts of your own, by which pages are read, as for `litreview.load`.
    With `dry_run` nothing is written: the `diff` of each of `Additions.files` shows what would be.

    Raises ReadError for a source that cannot be read, WriteError for a place that cannot be written, UnknownName, MissingExtra,
    WrongType.

    >>> import tempfile
    >>> page = "Kota Kembar dan Desa\\n\\nSri Wulandari\\n\\nAbstrak\\n\\nStudi ini bertujuan menjelaskan alasan dua kota bekerja sama."
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     first, again = (add(into=folder, text=page).entries[0] for _ in range(2))
    >>> first.study.key, first.state, again.state
    ('wulandari-kota-nd', 'added', 'there')
    """
    sources = [one for several in given for one in given_sources(several)]
    return adding.add(
        sources,
        into,
        text=text,
        fill=fill,
        lang=lang or CHAPTER,
        client=client or Client.of_environment(os.environ),
        concepts=concepts,
        dry_run=dry_run,
    )
