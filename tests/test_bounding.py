"""Reports on any file stay short: what is left out is counted, and no sentence is as long as a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eoi.bounding import LONGEST, OF_A_FIELD, OF_A_FILE, OF_A_RULE, bound_findings
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Position, Severity, Span
from eoi.pipeline import examine
from eoi.reports import CheckedFile, write_report
from eoi.reports import list_report_formats as report_formats
from tests.growth import grows_in_proportion
from tests.samples import EXAMPLES, skeleton
from tests.thorough import some_of

LARGEST_REPORT = 3_000_000  # characters


def several(
    number: int, rule: str = "a", path: str = "", severity: Severity = Severity.ERROR
) -> list[Finding]:
    return [
        Finding(rule, severity, f"{line}.", Span(Position(line, 1), Position(line, 2)), path=path)
        for line in range(1, number + 1)
    ]


def test_as_many_as_may_be_are_all_shown_as_they_are() -> None:
    assert bound_findings(several(OF_A_FIELD)) == tuple(several(OF_A_FIELD))


def test_more_of_one_rule_at_one_field_are_counted_with_the_last_one_shown() -> None:
    *others, last = bound_findings(several(OF_A_FIELD + 12_480))
    assert others == several(OF_A_FIELD - 1)
    assert last.message == f"{OF_A_FIELD}. And 12,480 more like it here."


def test_more_of_one_rule_in_a_file_are_counted_too() -> None:
    found = bound_findings([one for field in range(500) for one in several(1, path=f"f[{field}]")])
    assert len(found) == OF_A_RULE
    assert found[-1].message == "1. And 300 more like it in the file."


def test_the_heaviest_are_kept_where_there_are_too_many_of_all_kinds() -> None:
    light = [one for rule in range(100) for one in several(15, f"light-{rule}", severity=Severity.ADVICE)]
    heavy = several(15, "heavy")
    found = bound_findings([*light, *heavy])
    assert len(found) == OF_A_FILE
    assert {one.message for one in found if one.rule == "heavy"} == {one.message for one in heavy}
    assert [one.span.start.line for one in found] == sorted(one.span.start.line for one in found)
    assert sum(" more like it or lighter" in one.message for one in found) == 1


def test_a_long_sentence_loses_its_middle_where_it_quotes() -> None:
    (one,) = bound_findings(
        [Finding("a", Severity.ERROR, f"`{'x' * 9000}` is written twice.", help="y" * 9000)]
    )
    assert len(one.message) <= LONGEST
    assert len(one.help) <= LONGEST
    assert one.message.endswith("is written twice.")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_left_out_of_what_people_write(path: Path) -> None:
    findings = examine(path.read_bytes(), path.name).findings
    assert findings
    assert not [one for one in findings if " more like it " in one.message]


MANY: dict[str, Callable[[int], str]] = {
    "placeholders": lambda number: "summary: |\n  " + "TBC " * 1_550 * number + "\n",
    "long names": lambda number: "".join(
        f"  - name: NHS {'long ' * 900} {n} CCG\n" for n in range(6 * number)
    ),
    "gaps": lambda number: "".join(f"  - name: NHS {n} CCG\n" for n in range(62 * number)),
    "unknown fields": lambda number: "".join(f"{'x' * 1000}{n}: 1\n" for n in range(30 * number)),
    "control characters": lambda number: 'summary: "' + "\\0" * 2_500 * number + '"\n',
    "twice": lambda number: "status: draft\n" * 625 * number,
}


# Each applicant is compared with each other one, and there can be no more than some hundreds.
COMPARED_IN_PAIRS = {"long names", "gaps"}


@pytest.mark.slow
@pytest.mark.parametrize("name", some_of(MANY, 2, COMPARED_IN_PAIRS.__contains__))
def test_every_report_on_a_file_that_is_wrong_all_over_is_short_and_soon_there(name: str) -> None:
    def examine_and_report(raw: bytes) -> None:
        report(examine(raw, "ccg.yaml"))

    def report(outcome: ExaminedSubmission | UnreadableFile) -> None:
        checked = [CheckedFile("ccg.yaml", outcome.source, outcome.findings)]
        assert 0 < len(outcome.findings) <= OF_A_FILE
        for format_ in report_formats():
            assert len(write_report(format_, checked)) < LARGEST_REPORT, format_

    short, long = (skeleton(more=MANY[name](number)).encode() for number in (1, 8))
    if name in COMPARED_IN_PAIRS:
        report(examine(long, "ccg.yaml"))
    else:
        assert grows_in_proportion(examine_and_report, short, long)
