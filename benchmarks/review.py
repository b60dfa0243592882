"""The time and memory of a review of a whole round, beside `eoi check`, and the time to open its page.

Run it with `python -m benchmarks.review [--most 1000] [--store]`. A round of 196 submissions is the one of
the tests, with a different CCG for each. Larger rounds repeat the four examples. It prints the table, and
`--store` puts it into `docs/scale.md`. The time to open is measured by Chromium, until the page is loaded
from disk and painted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from benchmarks.environment import ROOT, machine, today
from benchmarks.scale import PAGE, put_between, submissions
from benchmarks.watching import watched
from tests.programs import program
from tests.review.make_round import make_round

ROUND = 196  # submissions, as many as the largest round had
SIZES = (100, 200, 400, 1_000)
BEGIN, END = "<!-- figures: python -m benchmarks.review --store -->\n", "<!-- end of the review -->\n"
PAINTED = """async () => {
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now();
}"""


class ReviewCost(NamedTuple):
    """The processor seconds of a check and of a review, and the MiB of the review's parent and of its page.

    `opens` is the seconds until the page is painted.
    """

    submissions: int
    check: float
    review: float
    parent: float
    page: float
    opens: float


def main(arguments: Sequence[str] | None = None) -> None:
    options = asked(arguments)
    costs = []
    with tempfile.TemporaryDirectory() as name:
        for number in (ROUND, *(size for size in SIZES if size <= options.most)):
            costs.append(measure(Path(name, str(number)), number))
            print(costs[-1], flush=True)
    print("\n".join(lines := list(page_lines(costs))))
    if options.store:
        put_between(PAGE, BEGIN, END, lines)


def asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the review of a round.")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest round")
    parser.add_argument("--store", action="store_true", help="keep the table")
    return parser.parse_args(arguments)


def measure(folder: Path, number: int) -> ReviewCost:
    """Check and review a round, open its page, and return the costs."""
    folder.mkdir()
    inside, out = folder / "in", folder / "out"
    if number == ROUND:
        make_round(inside, number)
    else:
        submissions(inside, number)
    eoi = [sys.executable, "-m", "eoi"]
    _, check, _, _ = watched([*eoi, "check", str(inside), "--format", "json"], ROOT)
    _, review, parent, _ = watched([*eoi, "review", str(inside), "-o", str(out)], ROOT)
    page = out / "index.html"
    return ReviewCost(number, check, review, parent, page.stat().st_size / 1024**2, open_page(page))


def open_page(page: Path) -> float:
    """Return the seconds until the browser has painted the page: the least of three."""
    with sync_playwright() as player:
        path = program("chromium", "chromium-browser", "google-chrome")
        browser = player.chromium.launch(executable_path=path, args=["--no-sandbox"])
        found = []
        for _ in range(3):
            tab = browser.new_page()
            tab.goto(page.as_uri())
            found.append(float(tab.evaluate(PAINTED)) / 1000)
            tab.close()
        browser.close()
    return min(found)


def page_lines(costs: Sequence[ReviewCost]) -> Iterator[str]:
    yield f"\n{today()}, {machine()}.\n"
    yield "| submissions | `check` | `review` | times | memory of the parent | page | opens in |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for one in costs:
        yield (
            f"| {one.submissions:,} | {one.check:.1f} s | {one.review:.1f} s | {one.review / one.check:.2f} "
            f"| {one.parent:.0f} MiB | {one.page:.2f} MiB | {one.opens:.1f} s |"
        )
    yield ""


if __name__ == "__main__":
    main()
