"""A person counts the items of a list from one; machine paths count from nought and follow the words."""

from __future__ import annotations

import re

import pytest

from eoi.pipeline import examine
from eoi.reports import CheckedFile, list_report_formats, write_report
from eoi.source.paths import LONGEST, name_kind

HEAD = "round: 2014\nform: joint\napplicants:\n  - name: NHS Somerset CCG\n"


def messages(text: str) -> list[str]:
    return [finding.message for finding in examine((HEAD + text).encode(), "ccg.yaml").findings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("    budget: much\n", "Applicant 1 (NHS Somerset CCG): `applicants[0].budget` cannot be read: "),
        (
            "resources:\n  posts:\n    - role: Chair\n    - role: Administrator\n      wte: lots\n",
            "Post 2 (Administrator): `resources.posts[1].wte` cannot be read: ",
        ),
        (
            "resources:\n  posts:\n    - wte: 1\n    - wage: 3\n      wte: 1\n",
            "Post 2: there is no field `wage` in `resources.posts[1]`.",
        ),
        (
            "governance:\n  groups:\n    - name: Joint committee\n      members:\n"
            "        - role: Chair\n        - role: Nurse\n          vote: x\n",
            "Member 2 (Nurse) of group 1 (Joint committee): there is no field `vote` in ",
        ),
    ],
)
def test_a_message_names_the_item_from_one_and_then_the_path(text: str, words: str) -> None:
    assert any(message.startswith(words) for message in messages(text)), messages(text)


def test_a_value_that_is_in_no_list_has_no_item_to_name() -> None:
    assert any(
        message.startswith("`resources.total` cannot") for message in messages("resources: {total: x}\n")
    )


def test_a_long_name_of_an_item_is_shortened() -> None:
    (message, *_) = messages(f"timescales:\n  - milestone: {'Go live ' * 20}\n    date: never\n")
    assert len(re.findall(r"\((.*?)\)", message)[0]) == LONGEST


def test_kinds_are_the_singular_of_the_list_s_name_or_the_noun_that_a_reader_uses() -> None:
    assert name_kind("local_authorities", 2) == "local authority 2"
    assert name_kind("timescales", 4) == "milestone 4"
    assert name_kind("includes", 1) == "included item 1"
    assert name_kind("consulted", 3) == "item 3 of `consulted`"


def test_every_report_names_the_item() -> None:
    raw = (HEAD + "    budget: much\n").encode()
    examined = examine(raw, "ccg.yaml")
    checked = CheckedFile("ccg.yaml", examined.source, examined.findings)
    assert len(list_report_formats()) >= 7
    for name in {*list_report_formats()} - {"statistics"}:  # which counts findings and quotes none
        report = " ".join(write_report(name, [checked]).split())
        assert "Applicant 1 (NHS Somerset CCG)" in report, name
