"""Layer 3: what bibtexparser gives up becomes an entry again, with a Problem; no text is lost.

- A line that begins like an entry inside a value, braces that only close behind it: the pieces are read as one entry.
- An entry that cannot be split: its fields are looked for one by one; the whole text goes to `Study.extra`.
- Text behind an entry that closes too early, and entries with white space in ``@ type {``: found in what looks like a comment.
- Two fields without a comma between them, and comments between fields: parted.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from litreview.formats.bibtex.blocks import NO_ENTRIES, Block, Fields, join
from litreview.formats.bibtex.braces import closing
from litreview.formats.bibtex.lenient import lenient_fields, plain_fields
from litreview.formats.bibtex.raw_entry import Reading

_ENTRY_HEAD = re.compile(r"@\s*(\w+)\s*[{(]\s*(?:([^\s,={}\"()]*+)\s*(?:,|(?=[})])|$|(?=\s[A-Za-z][\w-]*\s*=)))?")
_LOST_HEAD = re.compile(r"^[ \t]*@\s*(\w+)\s*[{(]\s*[^\s,={}\"]*\s*,", re.MULTILINE)
_LOOKS_LIKE_ENTRY = re.compile(r"\s*@\s*\w+\s*[{(]\s*[^\s,={}\"]*\s*,\s*[\w-]+\s*=")
_TAIL = re.compile(r"\s*,\s*[A-Za-z][\w:.+/-]*\s*=")
_COMMENT_BEHIND = re.compile(r"((?:,|[}\"])[ \t]*)(%[^\n]*)")
_MISSING_COMMA = re.compile(r"\s*([A-Za-z][\w:.+/-]*)\s*=\s*")
_QUOTED_OR_BARE = re.compile(r'"(?:[^"{}]|\{[^{}]*\})*"|[\w.:+/-]+')
_MERGED = re.compile(r"[}\"\w]\s*\n\s*[A-Za-z][\w:.+/-]*\s*=\s*[{\"\w]|[}\"]\s*[A-Za-z][\w:.+/-]*\s*=\s*[{\"\w]")
_REACH = 5
"""Over how many blocks an open entry is followed."""


def recover(blocks: Iterable[Block], reading: Reading) -> Iterator[Block]:
    """The blocks, with failed ones and stray text turned into entries where they hold any."""
    waiting: deque[Block] = deque()
    source = iter(blocks)

    def ahead(count: int) -> bool:
        while len(waiting) < count:
            following = next(source, None)
            if following is None:
                return False
            waiting.append(following)
        return True

    while ahead(1):
        block = waiting.popleft()
        if block.kind == "entry":
            if ahead(1) and waiting[0].kind == "comment" and not waiting[0].name:
                block = _with_tail(block, waiting, reading)
            yield block if block.regular and block.reason is None else _parted(block, reading)
        elif block.kind == "failed":
            ahead(_REACH)
            yield from _failed(block, waiting, reading)
        elif block.kind == "comment" and not block.name and "@" in (block.raw or ""):
            yield from _lost_heads(block)
        else:
            yield block


def _failed(block: Block, waiting: deque[Block], reading: Reading) -> Iterator[Block]:
    whole = _joined(block, waiting, reading)
    if whole is not None:
        yield _parted(whole, reading)
        return
    end = block.end
    while waiting and waiting[0].kind == "comment" and not waiting[0].name:
        end = waiting.popleft().end
    raw = reading.text[block.start : end].rstrip()
    end = block.start + len(raw)
    uncommented = _without_comments(block, end, reading)
    if uncommented is not None:
        yield _parted(uncommented, reading)
        return
    head = _ENTRY_HEAD.match(raw)
    if head is not None and head[1].casefold() in NO_ENTRIES:
        head = None
    plain = plain_fields(raw[head.end() :]) if head is not None and head[2] else None
    if head is not None and plain is not None:
        entry = Block("entry", block.start, end, block.line, head[1], head[2], plain)
        if _fault_code(block.reason) == "bibtex-entry-keyless":
            reading.fault("bibtex-entry-keyless", entry, fields=_listed(plain))
        yield entry
        return
    if head is None:
        reading.fault("bibtex-block-unreadable", block, text=_short(raw))
        yield attrs.evolve(block, end=end, raw=raw)
        return
    entry = Block("entry", block.start, end, block.line, head[1], head[2] or "", lenient_fields(raw[head.end() :]), block.reason, raw)
    reading.fault(_fault_code(block.reason), entry, severity="error", fields=_listed(entry.fields))
    yield entry


def _without_comments(block: Block, end: int, reading: Reading) -> Block | None:
    """The entry with ``% …`` behind the commas of its fields put aside, where that makes it whole."""
    raw = reading.text[block.start : end]
    clean = _COMMENT_BEHIND.sub(lambda m: m[1] + " " * len(m[2]), raw)
    whole = None if clean == raw else join(clean, attrs.evolve(block, start=0), len(clean))
    if whole is None:
        return None
    comments = tuple(("%", "{" + re.sub(r"(?<!\\)[{}]", "", m[2][1:].strip()) + "}") for m in _COMMENT_BEHIND.finditer(raw))
    return attrs.evolve(whole, start=block.start, end=block.start + whole.end, fields=(*whole.fields, *comments))


def _joined(block: Block, waiting: deque[Block], reading: Reading) -> Block | None:
    """The entry that `block` and what follows it make together, taken from `waiting`; None if they make none."""
    if _ENTRY_HEAD.match(reading.text, block.start) is None:
        return None
    following = list(waiting)
    for count, part in enumerate(following, 1):
        if part.kind != "comment" and _LOOKS_LIKE_ENTRY.match(reading.text, part.start):
            return None
        end = following[count].start if count < len(following) else part.end
        whole = join(reading.text, block, end)
        if whole is not None and whole.end > part.start:
            while waiting and waiting[0].start < whole.end:
                waiting.popleft()
            return whole
    return None


def _with_tail(block: Block, waiting: deque[Block], reading: Reading) -> Block:
    """The entry with the fields behind it, where a brace too many closed it early."""
    between = reading.text[block.end : waiting[0].start]
    text = waiting[0].raw or ""
    if not between.strip() and _TAIL.match(text):
        comment = waiting.popleft()
        raw = reading.text[block.start : comment.end]
        behind = lenient_fields(text)
        reading.fault("bibtex-entry-overclosed", block, severity="error", fields=_listed(behind))
        return attrs.evolve(block, end=comment.end, fields=(*block.fields, *behind), reason="closed too early", raw=raw)
    if text.lstrip().startswith("}") or (not between.strip(" \t\r") and "=" in text.split("\n", 1)[0]):
        reading.fault("bibtex-text-behind", block, text=_short(text))
    return block


def _lost_heads(comment: Block) -> Iterator[Block]:
    """Entries in stray text, such as ``@article`` with its brace on the next line."""
    text = comment.raw or ""
    heads = [h for h in _LOST_HEAD.finditer(text) if h[1].casefold() not in NO_ENTRIES]
    if not heads:
        yield comment
        return
    if text[: heads[0].start()].strip():
        yield attrs.evolve(comment, end=comment.start + heads[0].start(), raw=text[: heads[0].start()])
    edges = [h.start() for h in heads] + [len(text)]
    for start, end in pairwise(edges):
        raw = text[start:end].strip()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        line = comment.line + text.count("\n", 0, start)
        head = _ENTRY_HEAD.match(raw)
        if head is None:
            continue
        key = head[2] or ""
        begin = comment.start + start
        yield Block("entry", begin, begin + len(raw), line, head[1], key, lenient_fields(raw[head.end() :]))


_PLAIN_NAME = re.compile(r"[^\s%{}\"#,=]+")


def _parted(block: Block, reading: Reading) -> Block:
    """The entry with merged fields parted and comments taken out of field names."""
    fields = block.fields
    for n, (name, value) in enumerate(fields):
        merged = "=" in value and (("\n" in value and value[-1:] not in '}"') or _MERGED.search(value))
        if merged or not (name.isalnum() or _PLAIN_NAME.fullmatch(name)):
            return attrs.evolve(block, fields=_repaired(block, n, reading))
    return block


def _repaired(block: Block, first: int, reading: Reading) -> Fields:
    fields = list(block.fields[:first])
    for name, value in block.fields[first:]:
        if name == "%":
            fields.append((name, value))
            continue
        if name.startswith("%") and "\n" not in name:
            fields.append(("%", "{" + re.sub(r"(?<!\\)[{}]", "", f"{name[1:].strip()} = {value}") + "}"))
            continue
        comment, _, last = name.rpartition("\n")
        if comment.strip() and last.strip():
            if any(line.strip() and not line.lstrip().startswith("%") for line in comment.split("\n")):
                reading.fault("bibtex-text-between", block, text=_short(comment))
            fields.append(("%", "{" + re.sub(r"(?<!\\)[{}]", "", comment.strip().lstrip("% ")) + "}"))
            name = last.strip()
        pieces = _unmerged(name, value)
        if len(pieces) > 1:
            reading.fault("bibtex-comma-missing", block, field=name, next=pieces[1][0])
        fields += pieces
    return tuple(fields)


def _unmerged(name: str, value: str) -> list[tuple[str, str]]:
    """One field or, where a comma is missing, several: a value that ends and is followed on a new line by ``name =``."""
    fields: list[tuple[str, str]] = []
    while True:
        end = _whole(value)
        rest = _MISSING_COMMA.match(value, end) if end else None
        if rest is None:
            return [*fields, (name, value)]
        fields.append((name, value[:end]))
        name, value = rest[1], value[rest.end() :]


def _whole(value: str) -> int:
    """Where the first piece of a value ends; 0 if it does not."""
    if value[:1] == "{":
        return closing(value, 0) or 0
    match = _QUOTED_OR_BARE.match(value)
    return match.end() if match else 0


def _fault_code(reason: str | None) -> str:
    text = reason or ""
    if "end of file" in text or "closing" in text or "block start" in text:
        return "bibtex-entry-unclosed"
    return "bibtex-entry-keyless" if "comma after entry key" in text else "bibtex-entry-valueless"


def _listed(fields: Fields) -> str:
    return ", ".join(name for name, _ in fields) or "–"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:57] + "…"
