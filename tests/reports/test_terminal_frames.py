"""What a person sees at a terminal, at two widths; reviewed by eye, kept in `tests/golden/reports`."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from eoi.examined import UnreadableFile
from eoi.pipeline import examine
from eoi.reports.full import write_frames

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "golden" / "reports"
LEAST = "round: 2014\nform: joint\napplicants:\n  - name: NHS Somewhere CCG\n"
SLIPS = (
    "all-at-once",
    "duplicate-field",
    "field-in-the-wrong-place",
    "indented-too-little",
    "unclosed-quote",
    "wrong-dates",
)
SHOWN: dict[str, str | bytes] = {
    "hostile-values": LEAST
    + "form: joint\n"
    + 'submitted: "[red]soon[/red] [/] \\u202Egnihton :bold:"\n'
    + 'status: "::error::x ##[error]y {{ z }} %0A"\n'
    + 'decision: {outcome: "[link=https://example.org]x"}\n'
    + '"[/] \\u202e": x\n',
    "control-characters": LEAST + "summary: \x1b[31mred\x07 and \x9b0m\n",
    "wide-characters": LEAST
    + "    日本語: x\n    budget: 日本語\n    running_costs: e\u0301te\u0301 £\n    coterminous: 👩 yes\n",
    "windows-encoding": (LEAST + "    budget: £5m\n").encode("cp1252"),
    "long-lines": LEAST + f"status: {'word ' * 40}\nsubmitted: {'x' * 200}\n{'k' * 150}: x\n",
}
CASES = {name: (ROOT / "cases" / "slips" / f"{name}.yaml").read_bytes() for name in SLIPS} | {
    name: text if isinstance(text, bytes) else text.encode() for name, text in SHOWN.items()
}
each_case = pytest.mark.parametrize("name", CASES)
each_width = pytest.mark.parametrize("width", [60, 100])


def frames(name: str, width: int) -> str:
    examined = examine(CASES[name], "ccg.yaml")
    assert isinstance(examined, UnreadableFile)
    return "".join(f"{text}\n" for text in write_frames(examined.source, examined.findings, width))


@each_width
@each_case
def test_the_frames_of_a_case_are_its_golden(name: str, width: int, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}-{width}.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text(frames(name, width), encoding="utf-8", newline="\n")
    assert frames(name, width) == golden.read_text(encoding="utf-8")


def test_no_golden_is_idle() -> None:
    expected = {f"{name}-{width}.txt" for name in CASES for width in (60, 100)}
    assert {golden.name for golden in GOLDEN.iterdir()} == expected


def underlined(line: str, marks: str) -> str:
    """What stands above the marks where a terminal shows them, by another program's measure."""
    start, end = marks.index("^"), marks.rindex("^") + 1
    return "".join(character for at, character in enumerate(line) if start < cell_len(line[: at + 1]) <= end)


def test_marks_stand_below_what_they_mean_whatever_its_width() -> None:
    lines = frames("wide-characters", 100).split("\n")
    framed = [
        (line, lines[at + 1])
        for at, line in enumerate(lines)
        if line[:6].strip().startswith(("5 |", "6 |", "7 |", "8 |"))
    ]
    assert [underlined(line, marks) for line, marks in framed] == [
        "日本語",
        "日本語",
        "e\u0301te\u0301 £",
        "👩 yes",
    ]


def test_nothing_of_a_file_acts_on_the_terminal() -> None:
    shown = "".join(frames(name, 60) for name in CASES)
    assert not [
        character
        for character in shown
        if character != "\n" and (ord(character) < 32 or 126 < ord(character) < 160)
    ]
    assert "\u202e" not in shown
    assert "##[" not in shown


def test_markup_is_shown_as_it_was_typed() -> None:
    shown = frames("hostile-values", 100)
    for typed in (
        "[red]soon[/red] [/]",
        ":bold:",
        "[link=https://example.org]x",
        "{{ z }} %0A",
        "`[/]`",
    ):
        assert typed in shown
