"""Each kind of fix: what it changes, whether it is safe, and what is left to a person."""

from __future__ import annotations

from collections import Counter

import pytest

from eoi.findings import Finding
from eoi.fixes import find_fix, list_fixes
from eoi.fixes.fix_file import fix_file
from eoi.pipeline import examine
from tests.samples import skeleton
from tests.tables import for_each

# The file, the line that changes, what stands there then (nothing where it goes), and whether that is safe.
FIXES: dict[str, tuple[str, str, str | None, bool]] = {
    "a misspelt field": (
        skeleton(more="sumary: We apply. # c\n"),
        "sumary: We apply. # c",
        "summary: We apply. # c",
        True,
    ),
    "a field by another name": (
        skeleton(more="executive_summary: We apply.\n"),
        "executive_summary: We apply.",
        "summary: We apply.",
        True,
    ),
    "a decision in a row of the scope": (
        skeleton(more="scope:\n  functions:\n    - {function: Rent, decision: in}\n"),
        "    - {function: Rent, decision: in}",
        "    - {function: Rent, in_scope: in}",
        True,
    ),
    "a misspelt function": (
        skeleton(more="scope:\n  functions:\n    - {function: Rent, id: rent_revews, in_scope: yes}\n"),
        "    - {function: Rent, id: rent_revews, in_scope: yes}",
        "    - {function: Rent, id: rent_reviews, in_scope: yes}",
        True,
    ),
    "a misspelt word of a vocabulary": (
        skeleton(more="status: submited\n"),
        "status: submited",
        "status: submitted",
        True,
    ),
    "an ignore comment that does nothing": (
        skeleton(more="summary: We apply. # eoi: ignore[lmc-view] agreed with the area team\n"),
        "summary: We apply. # eoi: ignore[lmc-view] agreed with the area team",
        "summary: We apply.",
        True,
    ),
    "a waiver that matches no gap": (
        skeleton(more="summary: We apply.\nwaivers:\n  - {path: nonsense.at.all, reason: Agreed}\n"),
        "  - {path: nonsense.at.all, reason: Agreed}",
        "",
        True,
    ),
    "a total by its sum": (
        skeleton(
            more="resources:\n  posts:\n    - {role: Manager, cost: £43.3k}\n"
            "    - {role: Clerk, cost: £24.6k}\n  total: £70k\n"
        ),
        "  total: £70k",
        "  total: £67.9k",
        False,
    ),
    "the name of a CCG by its code": (
        "round: 2014\nform: joint\napplicants:\n  - name: NHS Somewhere CCG\n    code: 11E\n",
        "  - name: NHS Somewhere CCG",
        "  - name: NHS Bath and North East Somerset CCG",
        False,
    ),
    "an abbreviation by the words the file has": (
        skeleton(
            more="benefits:\n  vision: The LMC supports us.\n"
            "  quality: The Local Medical Committee (LMC) agrees.\n"
        ),
        "  vision: The LMC supports us.",
        "  vision: The Local Medical Committee (LMC) supports us.",
        False,
    ),
    "milestones in the order of their dates": (
        skeleton(
            more="timescales:\n  # the end\n  - {milestone: Live, date: 2015-04-01}\n"
            "  - {milestone: Shadow, date: 2014-10-01}\n"
        ),
        "  - {milestone: Shadow, date: 2014-10-01}",
        "  - {milestone: Shadow, date: 2014-10-01}",
        False,
    ),
}


def fix(text: str, suggested: bool) -> str:
    return fix_file(text.encode(), lambda raw: examine(raw, "ccg.yaml"), suggested).raw.decode()


@for_each(FIXES)
def test_a_fix_changes_its_line_alone(name: str) -> None:
    text, before, after, _ = FIXES[name]
    old, new = text.split("\n"), fix(text, True).split("\n")
    assert new != old
    gone, come = (list((Counter(one) - Counter(two)).elements()) for one, two in ((old, new), (new, old)))
    assert before in gone or old.index(before) != new.index(before)
    assert after is None or after in new or after == ""
    assert len(come) <= 1


@for_each(FIXES)
def test_only_a_safe_fix_is_made_unasked(name: str) -> None:
    text, _, _, is_safe = FIXES[name]
    assert (fix(text, False) != text) is is_safe


@for_each(FIXES)
def test_a_fixed_file_stays_as_it_is(name: str) -> None:
    done = fix(FIXES[name][0], True)
    assert fix(done, True) == done


def test_a_windows_file_is_saved_as_utf_8_on_request_alone() -> None:
    raw = skeleton(more="summary: £2m – “better”\n").encode("cp1252")
    assert fix_file(raw, lambda one: examine(one, "x")).raw == raw
    assert fix_file(raw, lambda one: examine(one, "x"), True).raw.decode() == raw.decode("cp1252")


def test_bullets_from_word_become_those_of_markdown() -> None:
    before = "summary: | # ours\n  We want:\n\n  • better care\n  • care nearer home\nstatus: draft\n"
    assert fix(skeleton(more=before), False) == skeleton(more=before.replace("•", "-"))


def test_a_total_that_rounding_explains_is_left() -> None:
    posts = "resources:\n  posts:\n    - {role: A, cost: £43.3k}\n    - {role: B, cost: £24.6k}\n"
    text = skeleton(more=f"{posts}    - {{role: C, cost: £11.4k}}\n  total: £79.4k\n")
    assert fix(text, True) == text


LEFT_TO_PEOPLE = {
    "the field is there already": skeleton(more="summary: One.\nsumary: Two.\n"),
    "the field is there already, and empty": skeleton(more="summary:\nsumary: Two.\n"),
    "a text where a group belongs": skeleton(more="governance:\n  conflicts: Members leave the room.\n"),
    "a list where a text belongs": skeleton(more="sumary:\n  - One.\n  - Two.\n"),
    "a misspelt field above lines that cannot be read": skeleton(
        more="sumary: One.\nnotes: |\n    We\n  apply.\n"
    ),
    "a cost that can be that of the post above": skeleton(
        more="resources:\n  posts:\n  - role: Manager\n  cost: £40k\n"
    ),
    "a cost below a list whose last post has none": skeleton(
        more="resources:\n  posts:\n    - role: Manager\n  cost: £40k\n"
    ),
    "a vote": skeleton(more="engagement:\n  members:\n    ballot: {for: 12, against: 3, electorate: 10}\n"),
    "a date": skeleton(more="submitted: 2014-66-20\n"),
    "an ignore comment without a reason": skeleton(more="summary: One. # eoi: ignore[lmc-view]\n"),
    "an envelope": skeleton(
        more="arrangement:\n  budget:\n    envelope: £95m\n    lines:\n      - {line: GMS, plan: £50m}\n"
        "      - {line: PMS, plan: £20m}\n"
    ),
    "a figure": skeleton(more="resources: {total: lots}\n"),
    "a signature": skeleton(more="signatories: [{role: Chair, signed: soon}]\n"),
}


@pytest.mark.parametrize("case", LEFT_TO_PEOPLE)
def test_what_a_person_has_to_say_is_never_fixed(case: str) -> None:
    assert fix(LEFT_TO_PEOPLE[case], True) == LEFT_TO_PEOPLE[case]


@pytest.mark.parametrize("case", LEFT_TO_PEOPLE)
def test_nothing_left_to_a_person_is_said_to_be_fixable(case: str) -> None:
    examined = examine(LEFT_TO_PEOPLE[case].encode(), "ccg.yaml")
    assert examined.every_finding
    assert not [one.rule for one in examined.every_finding if find_fix(one, examined, False)]


def test_every_fix_is_of_a_rule_that_there_is() -> None:
    from eoi.parse_errors import list_parse_errors
    from eoi.rules import list_rule_names

    assert len(list_fixes()) >= 13
    assert set(list_fixes()) <= {*list_rule_names(), *(one.name for one in list_parse_errors())}


def test_no_module_of_fixes_is_imported_for_a_rule_without_them() -> None:
    finding = Finding("answer-missing", examine(b"x", "x").findings[0].severity, "Nothing.")
    assert find_fix(finding, examine(skeleton().encode(), "x"), True) is None
