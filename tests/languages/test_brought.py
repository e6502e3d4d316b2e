"""A language of another package: a folder with the three files and an entry point, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def package(site: Path, tag: str, module: str) -> None:
    """An installed package "words" with a language in `words/malay`, copied from Indonesian; the entry point says `module`."""
    folder = site / "words" / "malay"
    shutil.copytree(ROOT / "litreview" / "languages" / "id", folder)
    (site / "words" / "__init__.py").touch()
    prose = folder / "prose.toml"
    prose.write_text(prose.read_text(encoding="utf-8").replace('"Daftar Pustaka"', '"Bibliografi"'), encoding="utf-8")
    reading = folder / "reading.toml"
    reading.write_text(reading.read_text(encoding="utf-8").replace('and = ["dan"]', 'and = ["serta"]'), encoding="utf-8")
    info = site / "words-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: words\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[litreview.languages]\n{tag} = {module}\n", encoding="utf-8")


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(site), str(ROOT)))}
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=env, cwd=site, check=False)


@pytest.mark.slow
def test_a_chapter_in_it(tmp_path: Path) -> None:
    package(tmp_path, "ms", "words.malay")
    done = run(tmp_path, "-m", "litreview", "draft", str(ROOT / "references"), "--lang", "ms", "-o", "bab.md")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "bab.md").read_text(encoding="utf-8")
    assert "Bibliografi" in text
    assert "Penelitian Terdahulu" in text
    asked = "from litreview.languages import tags\nfrom litreview.languages.marks import marks\nprint(tags(), marks('and'))"
    assert run(tmp_path, "-c", asked).stdout.strip() == "('en', 'id', 'ms') ('and', 'dan', 'serta')"


@pytest.mark.slow
def test_its_missing_word_is_told_with_its_file(tmp_path: Path) -> None:
    package(tmp_path, "ms", "words.malay")
    prose = tmp_path / "words" / "malay" / "prose.toml"
    prose.write_text(prose.read_text(encoding="utf-8").replace('framework = "Konsep', 'theory = "Konsep'), encoding="utf-8")
    done = run(tmp_path, "-m", "litreview", "draft", str(ROOT / "references"), "--lang", "ms", "-o", "bab.md")
    assert done.returncode != 0
    assert 'words/malay/prose.toml lacks "framework" in [facets], needed by facet framework: add it there' in done.stderr


@pytest.mark.parametrize("module", ["words.javanese", "no_such_package.malay"])
def test_a_package_without_the_folder_is_named(tmp_path: Path, module: str) -> None:
    package(tmp_path, "ms", module)
    done = run(tmp_path, "-c", "from litreview.languages import language; language('ms')")
    assert f'{module}: the package of the language "ms" cannot be found' in done.stderr


def test_it_takes_the_place_of_none_of_ours(tmp_path: Path) -> None:
    package(tmp_path, "id", "words.malay")
    done = run(tmp_path, "-c", "from litreview.languages import language; print(language('id').label('bibliography'))")
    assert done.stdout.strip() == "Daftar Pustaka"
