"""Regular expressions that are made ready when they are first used."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from eoi.expressions import Expression
from tests.samples import ROOT

COUNT = """\
import re
made = []
ready = re.compile
re.compile = lambda *of: made.append(of) or ready(*of)
import eoi.rules.shared.quorums, eoi.rules.shared.committees, eoi.submission.dates
print(sum("\\\\b" in str(of[0]) for of in made))
"""


def test_an_expression_answers_as_a_compiled_one_does() -> None:
    ours, theirs = Expression(r"(\d+) ?(GPs?)", re.IGNORECASE), re.compile(r"(\d+) ?(GPs?)", re.IGNORECASE)
    text = "We met 12 gps, then 3 GPs and a nurse"
    assert ours.findall(text) == theirs.findall(text) == [("12", "gps"), ("3", "GPs")]
    assert [one.span() for one in ours.finditer(text)] == [one.span() for one in theirs.finditer(text)]
    assert ours.split(text) == theirs.split(text)
    assert ours.sub("nobody", text) == theirs.sub("nobody", text)
    found = ours.search(text, 10)
    assert found is not None
    assert found[0] == "3 GPs"
    assert ours.match(text) is None
    assert ours.fullmatch("1 GP") is not None


def test_an_expression_is_made_ready_once_and_not_before_it_is_used() -> None:
    with pytest.raises(re.error):
        Expression("(").search("a")
    good = Expression("a")
    assert good.compiled is good.compiled


def test_what_few_files_need_is_not_made_ready_when_its_module_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20, done.stdout


@pytest.mark.slow
def test_no_bound_of_a_repeat_is_taken_for_a_value_to_format() -> None:
    """In an f-string, `{0,3}` is a pair of numbers, and the pattern matches nothing any more."""
    files = sorted((ROOT / "eoi").rglob("*.py"))
    texts = [
        (file, node)
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue)
    ]
    assert len(texts) > 500
    assert [
        (file, node.lineno) for file, node in texts if isinstance(node.value, ast.Tuple | ast.Constant)
    ] == []
