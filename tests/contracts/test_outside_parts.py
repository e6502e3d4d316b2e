"""A package of somebody else's brings a part of each family by entry points, and each is used as one of ours; a broken one is told."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # a process for each
ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = Path(__file__).parent / "outside"
LIBRARY = "import litreview\nfrom litreview._resources import folder\nlibrary = litreview.load(folder('references'))\n"


def python(code: str, *folders: Path, cwd: Path = ROOT) -> str:
    """What `code` prints with the packages of `folders` installed."""
    path = os.pathsep.join(map(str, (*folders, ROOT)))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def with_dummy(code: str, tmp_path: Path) -> str:
    return python(code, OUTSIDE, cwd=tmp_path)


def package(folder: Path, entries: str, **modules: str) -> Path:
    """A package with these entry points and modules, as an installer would have left it."""
    about = folder / "other-2.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 2.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(entries, encoding="utf-8")
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def test_the_package_has_a_part_for_each_group_there_is_and_the_readme_names_them() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "litreview").rglob("*.py"))
    groups = set(re.findall(r'GROUP = "litreview\.(\w+)"', source)) | {"commands"}
    groups.remove("languages")  # a folder of words, brought by a package of its own in tests/languages/test_brought.py
    brought = re.findall(r"\[litreview\.(\w+)\]", (OUTSIDE / "dummy-1.0.dist-info" / "entry_points.txt").read_text(encoding="utf-8"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert sorted(groups) == sorted(brought)
    assert [group for group in groups if f"`litreview.{group}`" not in readme] == []


def test_a_file_of_the_format_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.dummy").write_text("lee\tPorts of call\n", encoding="utf-8")
    assert with_dummy("import litreview; print([s.text('title') for s in litreview.load('a.dummy')])", tmp_path) == "['Ports of call']\n"


def test_a_draft_is_saved_in_the_output(tmp_path: Path) -> None:
    with_dummy(LIBRARY + "litreview.draft(library, lang='en').save('a.dummytext')", tmp_path)
    assert "This chapter reviews five studies" in (tmp_path / "a.dummytext").read_text(encoding="utf-8")


def test_the_check_of_records_finds_and_its_words_come_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.dummy").write_text("lee\tSea\nkim\tHarbour\n", encoding="utf-8")
    code = "import litreview\nfor p in litreview.check(litreview.load('a.dummy')):\n    if p.code == 'dummy-short': print(litreview.explain(p))"
    assert with_dummy(code, tmp_path) == "lee: the title is shorter than 4 letters\n"


def test_the_check_of_drafts_finds(tmp_path: Path) -> None:
    code = (
        LIBRARY
        + "found = litreview.check_draft(litreview.draft(library, lang='en'))\nprint([p.code for p in found if p.code[:5] == 'dummy'])"
    )
    assert with_dummy(code, tmp_path) == "['dummy-draft']\n"


def test_the_repair_repairs(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- key: a\n  type: book\n  title: Ports* of call\n", encoding="utf-8")
    with_dummy("import litreview; litreview.fix('a.yaml')", tmp_path)
    assert "title: Ports of call" in (tmp_path / "a.yaml").read_text(encoding="utf-8")


def test_the_section_stands_where_an_outline_names_it_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text("language: en\nsections: [introduction, dummy]\n", encoding="utf-8")
    code = LIBRARY + (
        "from litreview.document.nodes import Heading, Paragraph\nfrom litreview.document.walk import plain\n"
        "for plan in ('outline.yaml', None):\n    blocks = litreview.draft(library, lang='en', outline=plan).document.blocks\n"
        "    print([plain(b.children) for b in blocks if b.key == 'dummy' or b.key == 'dummy/count'])"
    )
    assert with_dummy(code, tmp_path).splitlines() == ["['A section of somebody else’s', 'This section counts 5 studies.']", "[]"]


def test_the_figure_is_drawn(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    code = LIBRARY + (
        "from litreview.document.nodes import Figure\nfrom litreview.document.walk import plain\n"
        "blocks = litreview.draft(library, lang='en', figures=['dummy']).document.blocks\n"
        "print([plain(b.caption) for b in blocks if isinstance(b, Figure) and b.image])"
    )
    assert with_dummy(code, tmp_path) == "['Studies by type']\n"


def test_citations_live_on_in_the_way(tmp_path: Path) -> None:
    code = LIBRARY + (
        "litreview.draft(library, lang='en').save('a.docx', citations='dummy')\n"
        "import zipfile\nprint(b'set by dummy' in zipfile.ZipFile('a.docx').read('docProps/custom.xml'))"
    )
    assert with_dummy(code, tmp_path) == "True\n"


def test_studies_are_compared_by_the_facet(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text("language: en\nthemes: [dummy]\nonly: true\n", encoding="utf-8")
    code = LIBRARY + (
        "from litreview.document.walk import plain\nreview = litreview.draft(library, outline='outline.yaml')\n"
        "print([plain(b.children) for b in review.document.blocks if b.key == 'theme/dummy'])\n"
        "print(sorted({c.kind.split('.')[0] for c in review.ledger.select(theme='dummy')}))"
    )
    assert with_dummy(code, tmp_path).splitlines() == ["['Places of study']", "['method']"]


def test_the_concept_is_recognised_in_reading(tmp_path: Path) -> None:
    code = (
        "import litreview\n"
        "text = 'Ports\\n\\nAbstract\\nThis study uses the zebra crossing theory. It aims to explain why two cities cooperate.'\n"
        "study = litreview.read_abstract(text)[0]\nprint([s.concept for s in study.aspects.framework])"
    )
    assert with_dummy(code, tmp_path) == "['zebra-crossing-theory']\n"


def test_a_page_of_the_kind_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.dummypage").write_text("mark\nPorts of Call\n\nAbstract\nThis study aims to explain why ports grow.\n", encoding="utf-8")
    code = "import litreview; print([s.aspects.aim.text['en'] for s in litreview.load('a.dummypage')])"
    assert with_dummy(code, tmp_path) == "['explain why ports grow']\n"


def test_the_service_is_asked_in_its_place(tmp_path: Path) -> None:
    code = "from litreview.online.service import asked_for; print([s.name for s in asked_for('isbn')][:2], [s.name for s in asked_for('doi')][:1])"
    assert with_dummy(code, tmp_path) == "['dummy', 'openlibrary'] ['crossref']\n"


def test_the_command_runs_and_is_listed(tmp_path: Path) -> None:
    assert with_dummy("from litreview.cli import main; main(['dummy'])", tmp_path) == "dummy is there\n"
    assert "  dummy         Says that it is there." in with_dummy(
        "from litreview.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass", tmp_path
    )


def test_the_help_names_what_there_is(tmp_path: Path) -> None:
    code = "from litreview.cli import main\ntry: main(['draft', '--help'])\nexcept SystemExit: pass"
    told = with_dummy(code, tmp_path)
    assert ".dummytext" in told
    assert "--citations plain|zotero|zotero-bookmarks|word|dummy|keys\n" in told


def test_nothing_of_another_package_is_loaded_before_its_family_is_asked_for(tmp_path: Path) -> None:
    code = "import sys, litreview\nfrom litreview._parts import outside\nprint([o.value for o in outside('litreview.formats')], 'dummy' in sys.modules)"
    assert with_dummy(code, tmp_path) == "['dummy'] False\n"


BROKEN = {
    "no such module": "gone",
    "no constant": "empty",
    "wrong type": "empty:NUMBER",
    "fails at import": "failing",
}


@pytest.mark.parametrize(
    "value", [pytest.param(value, id=name, marks=[] if value == "failing" else pytest.mark.slow) for name, value in BROKEN.items()]
)
def test_what_is_broken_is_told_with_its_package_and_stops_nothing(tmp_path: Path, value: str) -> None:
    groups = ("formats", "checks", "draft_checks", "sections", "figures", "facets", "facet_claims", "concepts", "pages", "words")
    entries = "".join(f"[litreview.{group}]\nbad = {value}\n" for group in groups)
    folder = package(tmp_path / "site", entries, empty="NUMBER = 1\n", failing="raise RuntimeError('sorry')\n")
    code = LIBRARY + (
        "review = litreview.draft(library, lang='en')\n"
        "problems = [*litreview.check(library), *review.problems, *litreview.check_draft(review)]\n"
        "told = [p for p in problems if p.code == 'part-broken']\n"
        "print(len(library), len(review.document.blocks) > 20, *sorted({p.get('group')[10:] for p in told}))\n"
        "print(*[litreview.explain(p) for p in told], sep='\\n')"
    )
    first, *told = python(code, folder, cwd=tmp_path).splitlines()
    assert first == "5 True " + " ".join(sorted(groups))
    assert all(line.startswith(f"other 2.0 brings bad ({value}), which cannot be used: ") for line in told)


def test_a_name_that_only_a_broken_package_has_says_so(tmp_path: Path) -> None:
    folder = package(tmp_path / "site", "[litreview.outputs]\nbad = gone\n[litreview.citations]\nbad = gone\n")
    code = "from litreview.errors import UnknownName\nfrom litreview.writers import by_suffix\ntry: by_suffix('a.bad')\nexcept UnknownName as error: print(error)"
    assert "other 2.0 brings bad (gone), which cannot be used: ModuleNotFoundError" in python(code, folder, cwd=tmp_path)


def test_two_parts_of_one_name_are_refused_with_both(tmp_path: Path) -> None:
    module = "from litreview.formats import Format\nFORMAT = Format('ris', 'Other RIS', ('.other',), read=lambda data, name: ((), ()))\n"
    folder = package(tmp_path / "site", "[litreview.formats]\nris = other_ris\n", other_ris=module)
    code = "from litreview.errors import PartClash\nfrom litreview.formats import formats\ntry: formats()\nexcept PartClash as error: print(error)"
    assert re.search(
        r'called "ris": that of litreview\.formats\.ris and that of other 2\.0 \(other_ris\)', python(code, folder, cwd=tmp_path)
    )


def test_a_missing_word_names_the_part_the_key_and_the_file(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text("sections: [dummy]\n", encoding="utf-8")
    code = LIBRARY + (
        "from litreview.errors import MissingWord\ntry: litreview.draft(library, lang='id', outline='outline.yaml')\nexcept MissingWord as error: print(error)"
    )
    said = with_dummy(code, tmp_path)
    assert all(part in said for part in ("section dummy", '"dummy_heading"', "[chapter]", "litreview/languages/id/prose.toml")), said


def test_a_word_of_ours_is_never_replaced(tmp_path: Path) -> None:
    folder = package(
        tmp_path / "site",
        "[litreview.words]\nw = words_of_other\n",
        words_of_other="WORDS = {'en': {'labels': {'bibliography': 'Other', 'other_word': 'new'}}}\n",
    )
    code = "import litreview; l = litreview.language('en'); print(l.label('bibliography'), l.label('other_word'))"
    assert python(code, folder, cwd=tmp_path) == "References new\n"
