"""A notebook in which a writer works, run as Jupyter runs it: every value shows itself, nothing fails."""

from __future__ import annotations

from pathlib import Path

import pytest

CELLS = (
    ("import litreview\nlibrary = litreview.load('references')\nlibrary", "text/html", "<table>"),
    ("library['wicaksono-nd']", "text/html", "wicaksono-nd"),
    ("litreview.matrix(library, 'method', lang='en')", "text/html", "<caption>"),
    ("litreview.bibliography(library, lang='en')", "text/markdown", "Wicaksono"),
    ("review = litreview.draft(library, lang='en')\nreview", "text/html", "<!DOCTYPE html>"),
    ("review.ledger", "text/html", "<th>kind</th>"),
    ("review.ledger.claims[0]", "text/plain", "Claim("),
    ("litreview.figures(library, 'partners', lang='en').figures[0]", "image/png", "iVBOR"),
    ("print(litreview.citation_text(library, 'wicaksono-nd', locator='12', lang='en'))", "stdout", "Wicaksono"),
    ("[str(problem) for problem in library.problems]", "text/plain", "the same study"),
)


@pytest.mark.slow
def test_a_notebook_runs_and_each_value_shows_itself(tmp_path: Path) -> None:
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    (tmp_path / "references").symlink_to(Path(__file__).parents[2] / "references")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source, _, _ in CELLS])
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    for cell, (source, kind, wanted) in zip(notebook.cells, CELLS, strict=True):
        shown = "".join(
            output["text"] if kind == "stdout" else "".join(output["data"].get(kind, ""))
            for output in cell.outputs
            if output.output_type == ("stream" if kind == "stdout" else "execute_result")
        )
        assert wanted in shown, source
