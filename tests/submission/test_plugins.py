"""A submission is read without plugins of pydantic, and nothing else notices."""

from __future__ import annotations

import subprocess
import sys

from tests.samples import ROOT

READ = """\
import sys
from eoi.pipeline import examine
assert examine(b"round: 2014\\nform: joint\\napplicants: [{name: NHS Somewhere CCG}]\\n", "x").submission
"""
LOADED = "print(sorted({'importlib.metadata', 'email.message', 'zipfile'} & set(sys.modules)))\n"
REAL = (
    "import importlib.metadata as m\nprint(m.version('pydantic') != '', m.entry_points(group='pydantic'))\n"
)
PARTLY = """\
import sys
from eoi.submission.plugins import no_plugins_sought
with no_plugins_sought():
    from importlib.metadata import entry_points
    assert entry_points(group="console_scripts") == ()
    from importlib.metadata import version
    assert version("pydantic")
import importlib.metadata
assert importlib.metadata.version is version
"""


def said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_reading_a_submission_looks_for_no_plugin() -> None:
    assert said(READ + LOADED) == "[]\n"


def test_whoever_asks_afterwards_gets_the_real_module() -> None:
    assert said(READ + REAL).startswith("True ")


def test_whoever_asks_meanwhile_for_more_gets_the_real_module() -> None:
    said(PARTLY)


def test_what_was_there_before_stays() -> None:
    said(
        "import importlib.metadata as before\n"
        + READ
        + "assert sys.modules['importlib.metadata'] is before\n"
    )
