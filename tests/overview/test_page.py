"""The page of a library: what stands in it, that nothing of a record becomes markup, that it asks for nothing, and how large it is."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
from pathlib import Path

import html5lib
import pytest

import litreview
from litreview.record import Library
from tests.benchmarks.draft_studies import bibtex

HOSTILE = """\
- key: 'a"><script>alert(1)</script>'
  type: thesis
  title: {en: 'Ports <script>alert(2)</script> & <i>towns</i>'}
  author: [{family: "O'<b>Neil", given: Ann}]
  issued: 2019
  URL: 'javascript:alert(3)'
  language: en
  keywords: {en: ['<img src=x onerror=alert(4)>']}
  abstract: {en: "This study aims to explain </script><script>alert(5)</script> why two towns work together. It is qualitative."}
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """500 studies with abstracts."""
    folder = tmp_path_factory.mktemp("many")
    (folder / "all.bib").write_text(bibtex(500), encoding="utf-8")
    return litreview.load(folder)


def test_everything_stands_in_it_before_a_script_runs() -> None:
    made = litreview.view(str(Path(__file__).parents[2] / "references"), lang="id").html
    tree = html5lib.parse(made, namespaceHTMLElements=False)
    rows = tree.findall(".//section[@id='studies']//tbody/tr")
    assert [row.get("data-key") for row in rows][-1] == "wicaksono-nd"
    assert len(rows) == 5
    assert {section.get("id") for section in tree.findall(".//section")} >= {"studies", "matrix", "work"}
    quotes = [quote.text for quote in tree.findall(".//q")]
    assert "Metodenya kualitatif" in quotes


@pytest.mark.parametrize("lang", ["id", "en"])
def test_its_words_are_of_one_language(lang: str) -> None:
    made = litreview.view(str(Path(__file__).parents[2] / "references"), lang=lang).html
    assert f'<html lang="{lang}">' in made
    other = litreview.language("en" if lang == "id" else "id").section("view")["sections"]
    assert [heading for heading in other.values() if f">{heading}</h2>" in made] == []


def test_nothing_of_a_record_becomes_markup(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HOSTILE, encoding="utf-8")
    tree = html5lib.parse(litreview.view(tmp_path, lang="en").html, namespaceHTMLElements=False)
    assert len(tree.findall(".//script")) == 1
    assert tree.findall(".//img") == []
    assert tree.findall(".//b") == []
    assert [link.get("href") for link in tree.iter("a") if not str(link.get("href")).startswith("#")] == []


def test_it_asks_for_nothing() -> None:
    made = litreview.view(str(Path(__file__).parents[2] / "references")).html
    assert re.findall(r"<(?:link|img|iframe|object|embed|base)\b|\bsrc=|url\(|@import|fetch\(|XMLHttpRequest|sendBeacon", made) == []
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', made)
    assert policy
    assert policy[1].startswith("default-src 'none'")
    for kind, content in re.findall(r"<(style|script)>(.*?)</\1>", made, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy[1]


@pytest.mark.slow
def test_five_hundred_studies_are_under_three_megabytes(many: Library) -> None:
    assert len(litreview.view(many, lang="id").html.encode()) < 3_000_000


def test_the_same_studies_give_the_same_page(tmp_path: Path) -> None:
    source = str(Path(__file__).parents[2] / "references")
    assert litreview.view(source).html == litreview.view(source).html


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "light"), (1280, "dark")])
def test_in_a_browser(tmp_path: Path, width: int, scheme: str) -> None:
    """No serious finding of axe-core, no request, no message; search, filter, sort and evidence by keyboard."""
    api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here")
    (tmp_path / "all.bib").write_text(bibtex(40), encoding="utf-8")
    page_file = tmp_path / "corpus.html"
    litreview.view(tmp_path / "all.bib", lang="en").save(page_file)
    with api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=False).new_page()
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page_file.as_uri())
        everything = page.locator("#studies tbody tr:visible").count()
        assert everything == 40
        page.fill("input[name=q]", "qualitative")
        some = page.locator("#studies tbody tr:visible").count()
        assert 0 < some < 40
        assert page.inner_text("#count").startswith(f"{some} ")
        page.click("button[type=reset]")
        page.wait_for_function("document.querySelectorAll('#studies tbody tr:not([hidden])').length === 40")
        page.click("#studies th:nth-child(2) button")
        years = page.eval_on_selector_all("#studies tbody tr", "rows => rows.map(row => row.dataset.year)")
        assert years == sorted(years)
        page.locator(".matrix button").first.focus()
        assert page.inner_text("#evidence")
        page.keyboard.press("Escape")
        assert not page.inner_text("#evidence")
        assert said == []
        assert asked == [page_file.as_uri()]
        axe = Path(os.environ.get("AXE", "")) / "axe.min.js"
        if axe.is_file():
            other = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True).new_page()
            other.goto(page_file.as_uri())
            other.add_script_tag(path=axe)
            found = other.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.impact, v.nodes[0].html.slice(0, 200)]))")
            assert [one for one in found if one[1] in ("serious", "critical")] == []
        browser.close()
