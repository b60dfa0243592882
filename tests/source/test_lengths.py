"""How much a file may say: one text, one line, all texts of a file, each told at its place."""

from __future__ import annotations

import pytest

from eoi.examined import ExaminedSubmission
from eoi.findings import Finding
from eoi.parse_errors import MAX_TEXT
from eoi.parse_errors.yaml import MAX_ITEMS
from eoi.pipeline import examine
from eoi.source.containers import LIMITS
from eoi.submission import LONGEST_LINE
from tests.samples import skeleton


def found(more: str) -> list[Finding]:
    """Those that are about lengths."""
    rules = ("text-too-long", "too-many-values")
    return [one for one in examine(skeleton(more=more).encode(), "x").findings if one.rule in rules]


def long_text(field: str, text: str) -> str:
    return f"{field}: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))


def words(length: int) -> str:
    return ("word " * (length // 5 + 1))[: length - 1] + "."


def test_a_text_may_be_as_long_as_the_limit_says_and_no_longer() -> None:
    assert not found(long_text("summary", words(MAX_TEXT - 1)))
    (one,) = found(long_text("summary", words(MAX_TEXT + 1)))
    assert one.message == f"This text has {MAX_TEXT + 2:,} characters, and a text may have {MAX_TEXT:,}."
    assert one.span.start.line == 5


@pytest.mark.parametrize("field", ["name", "area_team"])
def test_a_line_may_be_as_long_as_the_limit_says_and_no_longer(field: str) -> None:
    start = "round: 2014\nform: joint\n"
    name = "" if field == "name" else "    name: NHS Other CCG\n"
    for length, wanted in ((LONGEST_LINE, 0), (LONGEST_LINE + 1, 1)):
        text = f"{start}applicants:\n  -\n{name}    {field}: {words(length)}\n"
        findings = [one for one in examine(text.encode(), "x").findings if one.rule == "text-too-long"]
        assert len(findings) == wanted
        assert all(f"it has {length:,} characters, and may have" in one.message for one in findings)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("characters", words(MAX_TEXT - 1)),
        ("lines", "a\n" * 2400 + words(200)),
        ("Markdown signs", "**a** " * 700 + words(200)),
        ("Markdown signs", "1. 1. 1. a\n" * 700 + words(200)),
        ("links", "[a](https://www.example.org/a) " * 300),
        ("links", "<https://www.example.org/a> " * 300),
    ],
)
def test_all_texts_of_a_file_together_have_a_limit_told_where_it_is_passed(what: str, text: str) -> None:
    fields = ("vision", "five_year_plan", "integration", "quality", "involvement", "inequalities")
    more = "benefits:\n" + "".join(
        "".join(f"  {line}\n" for line in long_text(field, text).splitlines()) for field in fields
    )
    assert not found(long_text("summary", text))
    (one,) = {finding.message: finding for finding in found(more)}.values()
    assert f"have more than {LIMITS[what]:,} {what}." in one.message
    assert one.span.start.line > 6


def test_a_list_typed_as_bullets_has_no_more_items_than_any_other() -> None:
    bullets = "priorities:\n  - title: A\n    outcomes: |\n" + "      - better\n" * (MAX_ITEMS + 1)
    (one,) = found(bullets)
    assert one.rule == "too-many-values"
    assert f"it lists {MAX_ITEMS + 1} items, and may list {MAX_ITEMS}" in one.message


def test_what_is_too_long_is_refused_before_it_is_built() -> None:
    assert not isinstance(
        examine(skeleton(more=long_text("summary", words(60_000))).encode(), "x"), ExaminedSubmission
    )
