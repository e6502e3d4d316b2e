"""LaTeX: a file that compiles by itself (LuaLaTeX or XeLaTeX), with citations as text or as BibLaTeX commands."""

from __future__ import annotations

from typing import assert_never

from litreview.document.nodes import (
    Block,
    Captioned,
    Cell,
    Cite,
    Cited,
    CiteItem,
    Diagram,
    Display,
    Document,
    Entry,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Mark,
    Note,
    PageBreak,
    Paragraph,
    Quoted,
    Reference,
    References,
    Sentence,
    Styled,
    Table,
    Text,
)
from litreview.document.walk import block_inlines, nodes, plain
from litreview.writers import Writer
from litreview.writers._addresses import safe_address
from litreview.writers._anchors import Places, anchors, holds_link, parted, slug, targets, works
from litreview.writers._backlinks import shared_out
from litreview.writers._beside import picture_name, pictures, references_name
from litreview.writers._latex_text import address, babel, escaped
from litreview.writers._lines import lines
from litreview.writers._notes import opened
from litreview.writers.options import DEFAULT, Options

_HEADINGS = ("chapter", "section", "subsection", "subsubsection")
_COMMANDS = {"parenthetical": "parencite", "narrative": "textcite", "suppress-author": "parencite*", "author-only": "citeauthor"}


def write(document: Document, options: Options = DEFAULT) -> bytes:
    r"""The document as LaTeX in UTF-8. With ``citations="keys"`` citations are BibLaTeX commands, which need ``references.bib`` beside it.

    >>> print(write(Document("", "id", (Paragraph((Text("50%"),), "p"),))).decode().splitlines()[-3])
    50\%
    """
    options.citations_among("plain", "keys")
    return _Page(document, options).file().encode()


def _preamble(document: Document, options: Options) -> str:
    tongues = [babel(tag) for tag in (*sorted(_foreign(document)), document.language)]
    names = ",".join(dict.fromkeys(tongue for tongue in tongues if tongue))
    style = (
        f"\\usepackage[backend=biber,style=authoryear]{{biblatex}}\n\\addbibresource{{{references_name(options, '.bib')}}}\n"
        if options.citations == "keys"
        else ""
    )
    return (
        "% LuaLaTeX or XeLaTeX\n\\documentclass[12pt,a4paper]{report}\n\\usepackage{fontspec}\n"
        "\\usepackage[left=4cm,top=4cm,right=3cm,bottom=3cm]{geometry}\n"
        + (f"\\usepackage[{names}]{{babel}}\n" if names else "")
        + "\\usepackage{csquotes,setspace,longtable,array,ragged2e,booktabs,pdflscape,graphicx,caption}\n"
        + style
        + f"\\usepackage[hidelinks,pdftitle={{{escaped(document.title)}}}]{{hyperref}}\n\\onehalfspacing\n\n\\begin{{document}}\n\n"
    )


def _foreign(document: Document) -> set[str]:
    return {tag for block in document.blocks for tag in _tags(block)}


def _tags(block: Block) -> set[str]:
    return {node.tag for inlines in block_inlines(block) for node in nodes(inlines) if isinstance(node, Foreign)}


def _mark(mark: Mark, inner: str) -> str:
    match mark:
        case "italic":
            return rf"\textit{{{inner}}}"
        case "oblique":
            return rf"\textsl{{{inner}}}"
        case "upright" | "normal-caps":
            return rf"\textup{{{inner}}}"
        case "bold":
            return rf"\textbf{{{inner}}}"
        case "light" | "medium":
            return rf"\textmd{{{inner}}}"
        case "small-caps":
            return rf"\textsc{{{inner}}}"
        case "superscript":
            return rf"\textsuperscript{{{inner}}}"
        case "subscript":
            return rf"\textsubscript{{{inner}}}"
        case "underline":
            return rf"\underline{{{inner}}}"
        case "baseline" | "no-underline":
            return inner
        case _:
            assert_never(mark)


class _Page:
    """One run of the writer."""

    def __init__(self, document: Document, options: Options) -> None:
        self.document, self.options = document, options
        self.anchors, self.targets = anchors(document), targets(document)
        self.places = Places(self.anchors)
        self.commands = options.citations == "keys"
        self.in_link = False

    def file(self) -> str:
        document = self.document
        top = any(isinstance(block, Heading) and block.level == 1 for block in document.blocks)
        title = "" if top or not document.title else f"\\begin{{center}}\\Large\\bfseries {escaped(document.title)}\\end{{center}}\n\n"
        figures = "\\listoffigures\n" if any(isinstance(block, Figure) for block in document.blocks) else ""
        lists = f"\\tableofcontents\n\\listoftables\n{figures}\\clearpage\n\n" if self.options.contents else ""
        body = "\n\n".join(self.block(block) for block in document.blocks)
        return f"{_preamble(document, self.options)}{title}{lists}{body}\n\n\\end{{document}}\n"

    # Inlines

    def paragraph(self, children: Inlines) -> str:
        self.places.paragraph()
        return self.inlines(children).strip()

    def inlines(self, children: Inlines) -> str:
        return "".join(self.inline(node) for node in children)

    def inline(self, node: Inline) -> str:
        match node:
            case Text(text):
                return escaped(text)
            case Styled(mark, children):
                return _mark(mark, self.inlines(children))
            case Quoted(children, opening, closing):
                return escaped(opening) + self.inlines(children) + escaped(closing)
            case Link(target, children):
                return self.external(target, children)
            case Foreign(tag, children):
                name = babel(tag)
                return rf"\foreignlanguage{{{name}}}{{{self.inlines(children)}}}" if name else self.inlines(children)
            case Cite():
                turned = opened(node)
                if self.commands and node.items:
                    return self.command(node, note=turned is not None)
                return self.inlines(turned) if turned is not None else self.cite(node)
            case Cited(key, children):
                return self.internal(self.anchors.entry(key), children)
            case Note(children):
                return rf"\footnote{{{self.inlines(children)}}}"
            case Reference(key, children):
                return self.internal(f"at_{slug(key)}" if key in self.targets else None, children)
            case Display() | Sentence():
                return self.inlines(node.children)
            case _:
                assert_never(node)

    def external(self, target: str, children: Inlines) -> str:
        url = None if self.in_link else safe_address(target)
        if url is None:
            return self.inlines(children)
        self.in_link = True
        inner = rf"\url{{{address(url)}}}" if plain(children) == url else rf"\href{{{address(url)}}}{{{self.inlines(children)}}}"
        self.in_link = False
        return inner

    def internal(self, name: str | None, children: Inlines) -> str:
        if name is None or self.in_link or holds_link(children):
            return self.inlines(children)
        return rf"\hyperlink{{{name}}}{{{self.inlines(children)}}}"

    def cite(self, cite: Cite) -> str:
        keys, own = works(cite), parted(cite)
        marks = "".join(rf"\hypertarget{{{name}}}{{}}" for key in keys if (name := self.places.name(key)))
        whole = len(keys) == 1 and not own
        return marks + (self.internal(self.anchors.entry(keys[0]), cite.children) if whole else self.inlines(cite.children))

    def command(self, cite: Cite, note: bool) -> str:
        """A citation as a BibLaTeX command: for several works the form with an s."""
        name = "footcite" if note and cite.mode == "parenthetical" else _COMMANDS[cite.mode]
        if len(cite.items) == 1:
            return rf"\{name}{self.item(cite.items[0])}"
        if name.endswith("*"):
            return rf"\{name}{self.item(cite.items[0])}" + "".join(rf"\parencite{self.item(item)}" for item in cite.items[1:])
        return rf"\{name}s" + "".join(self.item(item) for item in cite.items)

    def item(self, item: CiteItem) -> str:
        """A work within such a command, with what stands before it, its place and what stands behind."""
        key = "".join(character for character in item.key if character not in '{},%#\\~ \t\n"')
        if not (item.prefix or item.suffix or item.locator):
            return f"{{{key}}}"
        label = item.label or "page"
        word = "" if label == "page" else escaped(self.options.words.locators.get(label, label)) + "~"
        place = word + escaped(item.locator) if item.locator else ""
        behind = ", ".join(filter(None, (place, escaped((item.suffix or "").strip(" ,")))))
        return f"[{escaped((item.prefix or '').strip())}][{behind}]{{{key}}}"

    # Blocks

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph(children):
                return self.paragraph(children)
            case ListBlock(items, _, ordered):
                kind = "enumerate" if ordered else "itemize"
                inner = "\n".join(rf"\item {self.paragraph(item)}" for item in items)
                return f"\\begin{{{kind}}}\n{inner}\n\\end{{{kind}}}"
            case Table():
                return self.table(block)
            case Diagram():  # what it says stands in the text beside it
                return self.caption(block)
            case Figure():
                return self.figure(block)
            case References():
                return "\\printbibliography[heading=none]" if self.commands else self.references(block)
            case PageBreak():
                return "\\clearpage"
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> str:
        level = min(max(heading.level, 1), 4)
        command = _HEADINGS[level - 1]
        words = self.paragraph(heading.children)
        number = escaped(heading.number or "")
        printed = f"{number}\\\\{words}" if number and level == 1 else f"{number} {words}".strip()
        listed = f"{number} {words}".strip()
        mark = rf"\phantomsection\hypertarget{{at_{slug(heading.key)}}}{{}}"
        return f"\\{command}*{{{printed}}}\n{mark}\\addcontentsline{{toc}}{{{command}}}{{{listed}}}"

    def table(self, table: Table) -> str:
        columns = max([len(table.header), *(len(row) for row in table.rows)], default=0)
        caption = self.caption(table)
        mark = rf"\hypertarget{{at_{slug(table.key)}}}{{}}"
        if not columns:
            return mark + caption
        shares = table.widths if len(table.widths) == columns and all(w > 0 for w in table.widths) else (1.0,) * columns
        total = sum(shares)
        form = "".join(rf">{{\RaggedRight\arraybackslash}}p{{\dimexpr {w / total:.4f}\linewidth-2\tabcolsep\relax}}" for w in shares)
        head = self.row(table.header, columns, bold=True)
        rows = "\n".join(self.row(row, columns) for row in table.rows)
        body = (
            f"{mark}\\begingroup\\small\\singlespacing\n\\begin{{longtable}}{{{form}}}\n\\caption*{{{caption}}}"
            f"\\addcontentsline{{lot}}{{table}}{{{caption}}}\\\\\n\\toprule\n{head}\n\\midrule\n\\endfirsthead\n\\toprule\n{head}\n\\midrule\n"
            f"\\endhead\n\\bottomrule\n\\endfoot\n{rows}\n\\end{{longtable}}\n\\endgroup"
        )
        return f"\\begin{{landscape}}\n{body}\n\\end{{landscape}}" if table.landscape else body

    def caption(self, block: Captioned) -> str:
        label = " ".join(part for part in (escaped(block.label), escaped(block.number)) if part)
        return f"{label} {self.paragraph(block.caption)}".strip()

    def figure(self, figure: Figure) -> str:
        """A picture where it stands, its caption below it; what it shows stays in the file for programs that read aloud."""
        caption = self.caption(figure)
        picture = rf"\includegraphics[width={min(max(figure.width, 1), 50):.4g}cm,keepaspectratio,alt={{{escaped(figure.description)}}}]"
        return (
            f"\\hypertarget{{at_{slug(figure.key)}}}{{}}\\begin{{center}}\n{picture}{{{picture_name(figure, self.options)}}}\n"
            f"\\captionof*{{figure}}{{{caption}}}\\addcontentsline{{lof}}{{figure}}{{{caption}}}\n\\end{{center}}"
        )

    def row(self, cells: tuple[Cell, ...], columns: int, bold: bool = False) -> str:
        texts = [r"\newline ".join(self.paragraph(paragraph) for paragraph in cell.paragraphs) for cell in cells]
        texts = [rf"\textbf{{{text}}}" if bold and text else text for text in texts]
        return " & ".join(texts + [""] * (columns - len(texts))) + r" \\"

    def references(self, block: References) -> str:
        indent = r"\hangindent=1.25cm\hangafter=1 " if block.hanging else ""
        entries = "\n\n".join(self.entry(entry, indent) for entry in block.entries)
        return f"\\begingroup\\singlespacing\\setlength{{\\parindent}}{{0pt}}\\setlength{{\\parskip}}{{8pt}}\n{entries}\n\n\\endgroup"

    def entry(self, entry: Entry, indent: str) -> str:
        name = self.anchors.entry(entry.key)
        places = list(self.anchors.citations(entry.key)) if self.options.backlinks != "none" else []
        quiet = places if self.options.backlinks == "quiet" else []
        parts = [
            " ".join(filter(None, (self.paragraph(part.margin), self.words(part.children, quiet if not number else []))))
            for number, part in enumerate(lines(entry))
        ]
        back = "".join(rf" \hyperlink{{{place}}}{{\scriptsize {n}}}" for n, place in enumerate(places if not quiet else (), 1))
        return f"{indent}\\hypertarget{{{name}}}{{}}" + "\\newline ".join(parts) + (rf" \enspace{{\scriptsize ↑}}{back}" if back else "")

    def words(self, children: Inlines, places: list[str]) -> str:
        """The words of an entry, each stretch leading back to one of `places`."""
        if not places:
            return self.paragraph(children)
        self.places.paragraph()
        shared = shared_out(children, len(places))
        return "".join(self.internal(places[n - 1], words) if n else self.inlines(words) for n, words in shared).strip()


WRITER = Writer(
    "latex",
    "LaTeX (BibLaTeX commands with citations=keys)",
    (".tex", ".latex"),
    write,
    citations=("plain", "keys"),
    honours=frozenset({"contents", "backlinks"}),
    beside=pictures,
    works="bibtex",
)
