"""`# eoi: ignore[rule] reason`: where it speaks, when it counts, and that it hides no more than it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.checklist import Status
from eoi.findings import LabelledPlace, Severity
from eoi.ignore_comments import IgnoreComment, find_ignore_comments
from eoi.pipeline import examine
from eoi.source import load
from tests.growth import grows_in_proportion
from tests.samples import (
    EXAMPLES,
    checklist,
    checklist_document,
    examined,
    interest,
    skeleton,
    words_of,
)
from tests.thorough import examples

RULE = "placeholder-text"
PRIORITIES = """\
priorities:
  - title: One
    measure: A survey, TBC
  - title: Two
    measure: A survey, TBC
"""
IDLE = "This sets nothing aside: the rule finds nothing here."


def found(more: str, rule: str = RULE) -> list[int]:
    """The lines at which a rule finds something, counted from the first line of `more`."""
    findings = examined(skeleton(more=more)).findings
    return [finding.span.start.line - 4 for finding in findings if finding.rule == rule]


def idle(more: str) -> list[str]:
    return [f.message for f in examined(skeleton(more=more)).findings if f.rule == "idle-ignore"]


def comments(more: str) -> tuple[IgnoreComment, ...]:
    return find_ignore_comments(load(skeleton(more=more).encode(), "ccg.yaml"))


def test_without_a_comment_both_are_found() -> None:
    assert found(PRIORITIES) == [3, 5]
    assert idle(PRIORITIES) == []


@pytest.mark.parametrize(
    ("more", "left"),
    [
        (PRIORITIES.replace("TBC", "TBC  # eoi: ignore[placeholder-text] agreed on 12 June", 1), [5]),
        (PRIORITIES.replace("priorities:", "priorities:  # eoi: ignore[placeholder-text] agreed"), []),
        (
            PRIORITIES.replace("    measure", "    # eoi: ignore[placeholder-text] agreed\n    measure", 1),
            [6],
        ),
        ("# eoi: ignore[placeholder-text] agreed\n" + PRIORITIES, []),
        ("# eoi: ignore[placeholder-text] agreed\n\n# Another comment\n" + PRIORITIES, []),
        (PRIORITIES.replace("title: Two", "title: Two  # eoi: ignore[placeholder-text] the title's"), [3, 5]),
        ("summary: |  # eoi: ignore[placeholder-text] agreed\n  First.\n\n  TBC\n", []),
        ("# eoi: ignore[placeholder-text] agreed\nsummary: |\n  First.\n\n  TBC\n", []),
        (
            "priorities: [{title: One, measure: by TBC}]  # eoi: ignore[placeholder-text] agreed\n",
            [],
        ),
        (
            "priorities: [\n  {title: One,\n   measure: by TBC}]\n# eoi: ignore[placeholder-text] late\n",
            [3],
        ),
        ("support:\n  # eoi: ignore[placeholder-text] agreed\n  - a body of\n    which TBC\n", []),
        ("#eoi:ignore[placeholder-text]agreed\n" + PRIORITIES, []),
        (PRIORITIES.replace("TBC", '"TBC # or so"  # eoi: ignore[placeholder-text] agreed', 1), [5]),
    ],
    ids=[
        "on the line",
        "on the key above",
        "on a line of its own above a field",
        "on a line of its own above the key",
        "with lines between",
        "on another line",
        "on the line of the bar",
        "above a block of text",
        "after brackets",
        "below speaks for nothing",
        "above an item of several lines",
        "without spaces",
        "after a hash in quotes",
    ],
)
def test_a_comment_speaks_for_its_line_and_for_what_the_field_holds(more: str, left: list[int]) -> None:
    assert found(more) == left


def test_a_comment_can_name_several_rules() -> None:
    more = "evaluation:\n  - what: Now TBC  # eoi: ignore[placeholder-text , evaluation-incomplete] agreed\n"
    assert found(more) == found(more, "evaluation-incomplete") == []
    assert found(more.replace(", evaluation-incomplete", ""), "evaluation-incomplete") == [2]


def test_other_rules_at_the_same_line_go_on() -> None:
    more = "evaluation:\n  - what: Now TBC  # eoi: ignore[evaluation-incomplete] agreed\n"
    assert found(more) == [2]


@pytest.mark.parametrize("reason", ["", " ", "   \t"])
def test_without_a_reason_it_does_not_count_and_is_itself_a_finding(reason: str) -> None:
    more = f"# eoi: ignore[placeholder-text]{reason}\n{PRIORITIES}"
    assert found(more) == [4, 6]
    assert idle(more) == ["This gives no reason, so it sets nothing aside."]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("placeholder-txt", "There is no rule `placeholder-txt`."),
        ("placeholder-text, nosuch-rule", "There is no rule `nosuch-rule`."),
        ("", "This names no rule."),
        (" , ", "This names no rule."),
        ("resources-total", IDLE),
    ],
)
def test_a_comment_that_cannot_be_meant_so_is_a_warning_at_the_comment(names: str, message: str) -> None:
    more = f"summary: |  # eoi: ignore[{names}] agreed\n  TBC\n"
    (finding,) = (f for f in examined(skeleton(more=more)).findings if f.rule == "idle-ignore")
    assert finding.message == message
    assert finding.severity is Severity.WARNING
    assert finding.span == ((5, 13), (5, len(more.split("\n")[0]) + 1))
    assert finding.help


@pytest.mark.parametrize(
    "more",
    [
        "summary: |\n  TBC # eoi: ignore[placeholder-text] agreed\n",
        "summary: |\n  TBC\n  # eoi: ignore[placeholder-text] agreed\n",
        "summary: >-\n  TBC\n\n  # eoi: ignore[placeholder-text] agreed\n",
        'summary: "TBC # eoi: ignore[placeholder-text] agreed"\n',
        "summary: 'TBC # eoi: ignore[placeholder-text] agreed'\n",
        'summary: "TBC # eoi: ignore[placeholder-text] agreed\n  and more"\n',
        "summary: 'A first line\n  TBC # eoi: ignore[placeholder-text] agreed'\n",
        "summary: TBC or so#eoi:ignore[placeholder-text] agreed\n",
    ],
    ids=["block", "line of a block", "folded", "double", "single", "begun", "ended", "no space before"],
)
def test_inside_a_text_it_is_text(more: str) -> None:
    assert len(found(more)) == 1
    assert comments(more) == ()


def test_a_file_that_cannot_be_read_is_not_excused() -> None:
    outcome = examine(
        skeleton(more="sumary: x  # eoi: ignore[unknown-field] our own field\n").encode(), "x.yaml"
    )
    assert [finding.rule for finding in outcome.findings] == ["unknown-field"]


GAP = "evaluation:\n  # eoi: ignore[evaluation-incomplete] The measures follow in July\n  - what: Access\n"


def test_a_gap_set_aside_by_a_comment_is_waived_with_its_reason_in_both_documents() -> None:
    source = skeleton(more=GAP)
    waived = [gap for gap in checklist(source).gaps if gap.waived]
    assert [gap.spot.path for gap in waived] == ["evaluation[0].measure", "evaluation[0].when"]
    assert {gap.waived for gap in waived} == {"The measures follow in July"}
    items = [item for item in checklist(source).items if item.status is Status.WAIVED]
    assert {item.reason for item in items} == {"The measures follow in July"}
    for document in (interest(source), checklist_document(source), interest(source, final=True)):
        assert "The measures follow in July" in words_of(document)
    assert found(GAP, "evaluation-incomplete") == []
    assert idle(GAP) == []


@pytest.mark.parametrize(
    "more",
    [
        GAP,
        "evaluation:  # eoi: ignore[evaluation-incomplete] all of it\n  - what: A\n  - what: B\n",
        'evaluation:\n  - what: A\n    measure:\n      ""  # eoi: ignore[evaluation-incomplete] later\n',
        "resources:\n  total:  # eoi: ignore[finance-missing] later\n",
        "resources:  # eoi: ignore[finance-missing] later\n  introduction: x\n",
    ],
)
def test_the_check_and_the_checklist_agree_on_what_is_set_aside(more: str) -> None:
    assert_agreed(skeleton(more=more))


@pytest.mark.parametrize("rule", ["answer-missing", "finance-missing", "signatory-missing"])
def test_they_agree_on_the_first_line_where_what_has_no_place_is_shown(rule: str) -> None:
    source = skeleton().replace("2014", f"2014  # eoi: ignore[{rule}] agreed", 1)
    assert_agreed(source)
    assert any(gap.waived == "agreed" for gap in checklist(source).gaps)


def assert_agreed(source: str) -> None:
    judged = examined(source)
    open_gaps = sorted(gap.spot.path for gap in judged.checklist.open_gaps)
    assert open_gaps == sorted(place.path for one in judged.missing_answers for place in one.places)


def list_places(source: str) -> list[tuple[str, LabelledPlace]]:
    """What has a place in the file, with its rule: an answer that has none is for `waivers` to set aside."""
    every = [(one.rule, place) for one in examined(source).findings for place in one.places]
    return [(rule, place) for rule, place in every if place.span.start != place.span.end]


def commented(source: str, rule: str, place: LabelledPlace) -> str:
    """With a line of its own above the place, or above the key of the text that it is in."""
    lines = source.split("\n")
    index = place.span.start.line - 1
    while not begins_something(lines, index):
        index -= 1
    depth = len(lines[index]) - len(lines[index].lstrip())
    lines.insert(index, f"{' ' * depth}# eoi: ignore[{rule}] agreed with the area team")
    return "\n".join(lines)


def begins_something(lines: list[str], index: int) -> bool:
    """A field or an item: no line inside a text, which begins deeper than the key that ends in a bar."""
    line = lines[index]
    depth = len(line) - len(line.lstrip())
    above = [other for other in lines[:index] if other.strip() and len(other) - len(other.lstrip()) < depth]
    in_block = bool(above) and above[-1].rstrip().endswith("|")
    return not in_block and (line.lstrip().startswith("- ") or ":" in line.split(" #")[0])


SOURCES = [path.read_text(encoding="utf-8") for path in EXAMPLES]
PLACED = [(source, rule, place) for source in SOURCES for rule, place in list_places(source)]


def spots(source: str) -> set[tuple[str, str]]:
    """Every place of every finding: a reason speaks for one of six priorities, and leaves five."""
    return {(one.rule, place.path) for one in examined(source).findings for place in one.places}


@pytest.mark.slow
@settings(max_examples=examples(60))
@given(st.sampled_from(PLACED))
def test_a_reason_at_any_place_of_a_finding_removes_it_there_and_adds_none(
    case: tuple[str, str, LabelledPlace],
) -> None:
    source, rule, place = case
    before, after = spots(source), spots(commented(source, rule, place))
    assert (rule, place.path) not in after
    assert after < before
    assert {rule for rule, _ in before - after} == {rule}


def test_the_examples_offer_many_findings_to_set_aside() -> None:
    assert len(PLACED) >= 100
    assert len({rule for _, rule, _ in PLACED}) >= 15


FULL_OF_COMMENTS: dict[str, Callable[[int], str]] = {
    "spaces": lambda number: "summary: a # eoi: ignore[a-b] x" + " " * 25_000 * number + "y\n",
    "unclosed": lambda number: "summary: a " + "# eoi: ignore[" * 2_500 * number + "\n",
    "no rule": lambda number: "summary: a " + "# eoi:  " * 2_500 * number + "\n",
    "lines": lambda number: (
        "# eoi: ignore[a-b] x\n" * 1_250 * number + "support:\n" + "  - a\n" * 250 * number
    ),
    "quotes": lambda number: (
        "support:\n" + '  - "a # eoi: ignore[a-b] x"  # eoi: ignore[a-b] x\n' * 500 * number
    ),
}


@pytest.mark.parametrize("kind", FULL_OF_COMMENTS)
def test_comments_are_read_in_time_that_grows_with_their_length(kind: str) -> None:
    """Each took minutes where a pattern went back over its line, or every comment over the whole tree."""

    def read(text: str) -> None:
        assert sources[text].tree is not None
        find_ignore_comments(sources[text])

    short, long = (skeleton(more=FULL_OF_COMMENTS[kind](number)) for number in (1, 8))
    sources = {text: load(text.encode(), "ccg.yaml") for text in (short, long)}
    assert grows_in_proportion(read, short, long)


def test_a_comment_for_the_file_speaks_for_every_line_wherever_it_stands() -> None:
    comment = "# eoi: ignore-file[placeholder-text] agreed on 12 June\n"
    assert found(comment + PRIORITIES) == []
    assert found(PRIORITIES + comment) == []
    assert idle(comment + PRIORITIES) == []


def test_a_comment_for_the_file_sets_aside_what_is_missing_and_the_checklist_shows_the_reason() -> None:
    comment = "# eoi: ignore-file[answer-missing] asked of us on paper\n"
    assert "answer-missing" in {finding.rule for finding in examined(skeleton()).findings}
    outcome = examined(skeleton(more=comment))
    assert "answer-missing" not in {finding.rule for finding in outcome.findings}
    assert "Asked of us on paper" in words_of(checklist_document(skeleton(more=comment)))


def test_a_comment_for_the_file_without_a_reason_or_without_use_is_told() -> None:
    assert found("# eoi: ignore-file[placeholder-text]\n" + PRIORITIES) == [4, 6]
    assert idle("# eoi: ignore-file[placeholder-text]\n" + PRIORITIES) == [
        "This gives no reason, so it sets nothing aside."
    ]
    assert idle("# eoi: ignore-file[placeholder-text] agreed\n") == [IDLE]
    assert idle("# eoi: ignore-file\n" + PRIORITIES) != []
