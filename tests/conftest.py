"""What every test runs under: Hypothesis without a clock, in CI the same examples each time."""

from __future__ import annotations

import gc
import getpass
import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from itertools import filterfalse, groupby
from pathlib import Path
from typing import Any

import pytest

from tests import kept
from tests.compiled import compile_once
from tests.thorough import IS_AT_A_DESK

# Tests start a thousand processes. Compile the modules once for all of them, and not beside the sources;
# and so the tests themselves, whose assertions take longer to rewrite than many of them to run.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
sys.pycache_prefix = os.environ.setdefault(
    "PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir(), f"eoi-tests-of-{getpass.getuser()}"))
)


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Import Hypothesis last, so that its modules, which pytest rewrites too, are kept compiled as well."""
    from hypothesis import settings

    settings.register_profile(
        "eoi", deadline=None, max_examples=6 if IS_AT_A_DESK else 25, derandomize=is_same_each_time()
    )
    settings.load_profile("eoi")


def is_same_each_time() -> bool:
    """Tell whether the examples are to be the same at each run: in CI, but not in a long search."""
    return "CI" in os.environ and "EOI_THOROUGH" not in os.environ


SLOW_FOLDERS = ("faults", "fuzz", "hostile")
ONE_CASE_IN = 4
KINDS_OF_SLOW = frozenset({"office", "browser", "long"})
OBJECTS_BEFORE_GARBAGE_IS_COLLECTED = 200_000


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(
    items: list[pytest.Item], config: pytest.Config
) -> Generator[None, None, None]:
    """Mark what is slow before tests are chosen by it, and leave out the cases that only CI tries afterwards.

    Slow is what starts another program, or processes by the hundred; what else is slow says so itself.
    """
    for item in items:
        if item.nodeid.split("/")[1] in SLOW_FOLDERS or not KINDS_OF_SLOW.isdisjoint(marks_of(item)):
            item.add_marker(pytest.mark.slow)
    others = set(more_cases(items))
    for item in others:
        item.add_marker(pytest.mark.slow)
    yield
    if IS_AT_A_DESK:
        chosen = {name_of_test(item) for item in items if item not in others}
        left_out = [item for item in items if item in others and name_of_test(item) in chosen]
        items[:] = filterfalse(set(left_out).__contains__, items)
        config.hook.pytest_deselected(items=left_out)
    items.sort(key=needs_no_browser)


def needs_no_browser(item: pytest.Item) -> bool:
    """Tell so, to have all tests in Chromium done first: one process then starts it, and no other does."""
    return "browser" not in getattr(item, "fixturenames", ())


def more_cases(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield of each test that is marked `sampled` all cases but each fourth."""
    sampled = [item for item in items if "sampled" in marks_of(item)]
    for _, cases in groupby(sampled, name_of_test):
        for number, item in enumerate(cases):
            if number % ONE_CASE_IN:
                yield item


def marks_of(item: pytest.Item) -> list[str]:
    return [mark.name for mark in item.iter_markers()]


def name_of_test(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


@pytest.fixture(autouse=True, scope="session")
def _compile_each_template_once() -> Iterator[None]:
    with compile_once():
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Return a Chromium for all tests of a process: it takes a second to start, and Playwright allows one."""
    from tests.browsers import chromium

    with chromium() as found:
        yield found


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let a test use what others made, unless it changes parts of the program."""
    kept.allowed[0] = "monkeypatch" not in getattr(item, "fixturenames", ())


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect no garbage while tests are collected, then seldom, and leave the tests out of it.

    They are a million objects, and nearly all is kept: to look through it takes a fifth of the start.
    Documents are many small values that live long: at the pace that Python begins with, a tenth of the time
    of the tests went into looking through them.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(OBJECTS_BEFORE_GARBAGE_IS_COLLECTED)
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look for garbage once at the end: pytest and the interpreter would do so several times more.

    That finds files which nobody closed, and CI looks for those: it takes a second of each worker.
    """
    if not IS_AT_A_DESK:
        gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give neighbouring tests to one worker, which makes what they share once, and even out at the end."""
    if config.option.dist != "load":
        return None
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="Write tests/golden anew from the program; read the difference before you commit it.",
    )
    parser.addoption(
        "--fuzz-times",
        type=int,
        default=0,
        help="How many plausible submissions are made up and built; the more, the more is found. 9 in CI.",
    )
