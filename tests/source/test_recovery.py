"""A file with slips is read to its end: what follows them is judged, and what could not be read is named."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Position
from eoi.parse_errors import MAX_BYTES
from eoi.pipeline import examine
from eoi.source import Source, load
from eoi.source.nodes import Mapping, Scalar, convert_to_plain
from eoi.source.outline import OutlineLine, make_outline
from eoi.source.recovery import MAX_SLIPS
from eoi.submission.vocabulary import list_field_names_at
from tests.cli.calls import process
from tests.growth import grows_in_proportion
from tests.samples import EXAMPLES, skeleton
from tests.thorough import examples, some_of

PIECES = ("a: b", "  - c", "   d: {e", "x: “y: z”", "f：g", "\th: i", "j: |", "k l", "- m: n", '"o: p')
UNREADABLE = "benefits:\n  vision: {a: [b, c\n    d: {e\n  quality: Safer\nsummary: Better care\nbugdet: 3\n"


def unreadable(more: str) -> UnreadableFile:
    outcome = examine(skeleton(more=more).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    return outcome


def rules(outcome: UnreadableFile | ExaminedSubmission) -> list[str]:
    return [finding.rule for finding in outcome.every_finding]


def test_what_stands_behind_a_slip_is_read_as_if_it_were_put_right() -> None:
    source = load(
        skeleton(more="status：draft\nsummary: Better care\n").encode(), "ccg.yaml", list_field_names_at
    )
    assert source.tree is not None
    assert source.lost == ()
    assert convert_to_plain(source.tree)["status"] == "draft"  # type: ignore[call-overload, index]
    assert convert_to_plain(source.tree)["summary"] == "Better care"  # type: ignore[call-overload, index]


def test_a_value_that_was_read_past_a_slip_stands_where_it_was_typed() -> None:
    source = load(b"form: joint\nstatus draft\nsummary: x\n", "ccg.yaml", list_field_names_at)
    assert source.tree is not None
    entry = source.tree.entry("status")
    assert entry is not None
    assert entry.key.span == ((2, 1), (2, 7))
    assert isinstance(entry.value, Scalar)
    assert entry.value.span == ((2, 8), (2, 13))


def test_a_wrong_value_below_a_slip_is_told_in_the_same_run() -> None:
    found = unreadable("    code：11E\n    practices: many\n").findings
    assert [(finding.rule, finding.span.start.line) for finding in found] == [
        ("yaml-syntax", 5),
        ("wrong-value", 6),
    ]


def test_lines_that_cannot_be_read_are_named_and_the_lines_below_them_are_judged() -> None:
    outcome = unreadable(UNREADABLE)
    (named,) = [finding for finding in outcome.findings if finding.rule == "not-checked"]
    assert named.message == "Lines 6 to 7 could not be read, so nothing in them was checked."
    assert named.span.start.line == 6
    assert outcome.source.lost == (6, 7)
    assert [finding.span.start.line for finding in outcome.findings if finding.rule == "unknown-field"] == [
        10
    ]


def test_a_field_that_stands_in_lines_which_cannot_be_read_is_not_called_missing() -> None:
    text = (
        "round: 2014\nform: joint\napplicants:\n  - {name: [NHS Somewhere CCG\n    code: {11E\nsummary: x\n"
    )
    outcome = examine(text.encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    assert outcome.source.lost
    assert "missing-field" not in rules(outcome)


def test_a_field_that_is_nowhere_in_the_file_is_called_missing_beside_a_slip() -> None:
    outcome = examine(b"round: 2014\nform\xef\xbc\x9ajoint\nsummary: x\n", "ccg.yaml")
    assert [finding.path for finding in outcome.findings if finding.rule == "missing-field"] == ["applicants"]


def test_the_rules_judge_a_file_whose_slips_were_all_read_past() -> None:
    more = "status：draft\nresources:\n  posts:\n    - {role: Manager, cost: £40k}\n  total: £90k\n"
    outcome = unreadable(more)
    assert "resources-total" in rules(outcome)
    assert "answer-missing" in rules(outcome)
    assert "not-checked" not in rules(outcome)


@pytest.mark.parametrize("more", [UNREADABLE, "    code：11E\n    practices: many\n"], ids=["lost", "wrong"])
def test_where_the_rules_could_not_judge_the_report_says_so(more: str) -> None:
    outcome = unreadable(more)
    assert "answer-missing" not in rules(outcome)
    (said,) = [finding for finding in outcome.also if finding.rule == "not-checked"]
    assert said.message == "The answers were not compared with each other, nor with what the round asks."


@pytest.mark.slow
def test_nothing_is_built_of_a_file_with_a_slip_though_it_was_read_past(tmp_path: Path) -> None:
    (tmp_path / "ccg.yaml").write_text(skeleton(more="status：draft\n"), encoding="utf-8")
    done = process("-m", "eoi", "build", "ccg.yaml", cwd=tmp_path)
    assert done.code == 1
    assert "not built: 1 problem" in done.err
    assert not (tmp_path / "build").exists()


def test_after_so_many_slips_the_rest_is_left_for_the_next_run() -> None:
    rows = "".join(f"    name：CCG number {number}\n  - code: 11E\n" for number in range(MAX_SLIPS + 10))
    outcome = unreadable(f"  - code: 11E\n{rows}")
    assert rules(outcome).count("yaml-syntax") == MAX_SLIPS
    named = [finding for finding in outcome.findings if finding.rule == "not-checked"]
    assert named
    last = len(skeleton(more=rows).split("\n"))
    assert named[-1].message.split(" could")[0].endswith(f"to {last}")


@pytest.mark.slow
def test_a_line_that_was_put_right_is_not_put_right_again() -> None:
    for seed in range(examples(30)):
        chance = Random(seed)
        pieces = [
            "a: b",
            "  - c",
            "   d: {e",
            "x: “y: z”",
            "f：g",
            "\th: i",
            "j: |",
            "k l",
            "- m: n",
            '"o: p',
        ]
        text = "\n".join(chance.choice(pieces) for _ in range(25))
        found = load(text.encode(), "ccg.yaml", list_field_names_at).findings
        places = [finding.span.start for finding in found if finding.rule == "yaml-syntax"]
        assert len(places) == len(set(places))


HOSTILE = {
    "a quotation never closed": 'summary: "' + "x\n" * 500_000,
    "unclosed brackets": "x: [1\n" * 150_000,
    "lines out of line": "benefits:\n" + "  quality: x\n   a: b\n" * 40_000,
    "lists out of line": "- x: y\n z\n" * 90_000,
    "merges": "a: b\n<<<<<<< x\nc\n" * 50_000,
    "fences": "```\n" * 250_000,
    "texts at the margin": "a: |\nb\n" * 130_000,
    "one line": "a: b\n" + "c " * 400_000 + ": d: e\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", some_of(HOSTILE, 2))
def test_a_megabyte_of_slips_is_read_in_time_that_grows_with_its_length(name: str) -> None:
    def read(raw: bytes) -> None:
        source = load(raw, "ccg.yaml", list_field_names_at)
        assert any(finding.rule == "yaml-syntax" for finding in source.findings)

    raw = HOSTILE[name].encode()[:MAX_BYTES]
    assert grows_in_proportion(read, raw[: len(raw) // 256], raw[: len(raw) // 32])


def test_a_file_without_slips_loads_nothing_of_what_explains_them(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom eoi.pipeline import examine\n"
        f"examine({skeleton()!r}.encode(), 'ccg.yaml')\n"
        "print([name for name in sys.modules if name.startswith('eoi.source.slips') or 'recovery' in name])"
    )
    assert process("-c", code, cwd=tmp_path).out.strip() == "[]"
    assert sys.modules


def broken(line: OutlineLine) -> dict[str, str]:
    """The ways in which one line can be typed wrongly."""
    text, column, key = line.text, line.column, line.key_column
    ways = {
        f"{by:+} spaces": " " * (column + by) + text.lstrip() for by in (-2, -1, 1, 3) if column + by >= 0
    }
    if column:
        ways["a tab"] = "\t" + text.lstrip()
        ways["no-break spaces"] = "\u00a0" * column + text.lstrip()
    if line.is_text:
        return ways
    if line.is_item:
        ways |= {f"{mark} for a dash": f"{text[:column]}{mark} {text[key:]}" for mark in "–—•"}
        ways |= {
            "a dash without space": f"{text[:column]}-{text[key:]}",
            "no dash": " " * column + text[key:],
        }
    if line.name and not line.opens_text:
        colon = text.index(":", key)
        ways |= {f"{mark} for a colon": text[:colon] + mark + text[colon + 1 :] for mark in "：;="}
        ways["no colon"] = text[:colon] + text[colon + 1 :]
        if line.value:
            value = text[colon + 2 :].lstrip()
            ways["no space"] = text[: colon + 1] + value
            ways["a no-break space"] = f"{text[: colon + 1]}\u00a0{value}"
            ways["an open quote"] = f'{text[: colon + 1]} "{value}'
            ways["an open bracket"] = f"{text[: colon + 1]} [{value}"
            ways["curly quotes"] = f"{text[: colon + 1]} “Plan: {value}”"
            ways["a second colon"] = f"{text[: colon + 1]} Plan: {value}"
            ways |= {f"{mark} first": f"{text[: colon + 1]} {mark}{value}" for mark in "@`%"}
    return ways


def told_of(source: Source) -> list[Finding]:
    names = ("yaml-syntax", "swallowed-item", "duplicate-key")
    return [finding for finding in source.findings if finding.rule in names]


@pytest.mark.slow
def test_a_line_of_the_examples_that_is_typed_wrongly_is_told_at_that_line_and_at_no_other() -> None:
    """Where YAML takes the line for something else without a word, it is for later stages to tell."""
    chance, told, right, number = Random(2014), 0, 0, examples(6, 6, 2)
    for path in EXAMPLES:
        lines = path.read_text(encoding="utf-8").split("\n")
        for line in chance.sample(make_outline(enumerate(lines, 1)), number):
            for wrong in broken(line).values():
                typed = "\n".join([*lines[: line.number - 1], wrong, *lines[line.number :]])
                found = (
                    told_of(load(typed.encode(), path.name, list_field_names_at))
                    if wrong != line.text
                    else []
                )
                told += bool(found)
                right += {finding.span.start.line for finding in found} == {line.number}
    assert told > 20 * number
    assert right / told >= 0.95


def test_the_tree_of_an_example_with_one_slip_is_the_tree_it_should_have() -> None:
    path = next(path for path in EXAMPLES if path.stem == "southampton")
    text = path.read_text(encoding="utf-8")
    meant = load(text.encode(), path.name).tree
    wrong = load(text.replace("form: ", "form：", 1).encode(), path.name, list_field_names_at).tree
    assert isinstance(meant, Mapping)
    assert wrong is not None
    assert convert_to_plain(wrong) == convert_to_plain(meant)


@pytest.mark.parametrize("below", ["", "\n\n", "\n# the end\n"])
def test_a_bracket_that_the_end_of_the_file_leaves_open_is_told_where_it_opens(below: str) -> None:
    """Behind a colon the parser asks for a value at the end, and does not say what it was reading."""
    source = load(f"round: 2014\nsummary: [the views (from a practice) of:{below}".encode(), "ccg.yaml")
    first = source.findings[0]
    assert (first.span.start, first.message) == (Position(2, 10), "A list opened with '[' is not closed.")
