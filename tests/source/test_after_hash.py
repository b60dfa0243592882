"""What is told to be text behind a `#`, and what is a comment."""

from __future__ import annotations

import pytest

from eoi.new_file import write_new_file
from eoi.parse_errors.yaml import TEXT_AFTER_HASH
from eoi.pipeline import examine
from eoi.reference import find_ccg_with_code
from eoi.rounds import list_known_rounds, load_round
from eoi.source import load
from tests.growth import grows_in_proportion
from tests.samples import EXAMPLES, ROOT
from tests.tables import for_each

HASH = TEXT_AFTER_HASH.name
TEXT = (
    "title: Priority #1 - care closer to home",
    "title: Priority  #1 - care closer to home",
    "title: #1 in the scheme of delegation",
    "title:   #1 in the scheme of delegation",
    "title: #hashtag",
    "title: Care #BetterTogether",
    'title: Care #"better together"',
    "title: Care #£5 a head",
    "title: Priority # 1 - care",
    "title: The # of practices",
    "title: The #of practices",
    "title: Care ##1",
    '"title" : "Care" #1',
    "- #1",
    "- Flat #3, High Street",
    "a: [Care #1,\n  x]",
    "a: {b: #1 c,\n  d: e}",
    "title: Care\n  closer to home #1",
    "title: Care\n  closer\n  #1 to home",
    "title: Care\n  #1 closer to home",
    "title: |\n    Care\n  #1 closer to home",
    "title: >-  #1 care\n  closer to home",
    "? #1 care\n: x",
    "title:\n  #1 care",
    "- Care\n  #closer to home",
    "a:\n  - Care\n    #1 closer to home",
    "title: Care\n  closer\n  #to home",
    "title: |\n    Care\n  #closer to home",
)
COMMENT = (
    "budget: £220m  # from the plan",
    "budget: £220m # from the plan",
    "code: 11E # from the public list of CCGs: the document does not print it",
    "budget: £220m  #from the plan",
    "budget: £220m\t#from the plan",
    "budget: £220m                    # 1 of 3",
    "budget: £220m # 2013/14 figure",
    "budget: £220m # 12.5 more than last year",
    "budget:  #not known",
    "budget: # not known",
    "budget: £220m #",
    "budget: £220m ##",
    "budget: £220m #----------",
    "budget: £220m ##### next",
    "budget: £220m # eoi: ignore[budget-variance] agreed",
    "budget: £220m #eoi: ignore[budget-variance] agreed",
    "#budget: £220m",
    "#1 comes first\nbudget: £220m",
    "budget: £220m\n#1 comes next\npractices: 4",
    "budget: £220m\n  # comes next\npractices: 4",
    "a:\n  - b: c\n    #d: e\n    f: g",
    "a:\n  #1\n  - b",
    "a:\n  - b: c\n    #1\n    d: e\n  #2\n  - b: c",
    "a: b\n\n  #1 c",
    "title: Care#1",
    "title: 'Care #1'",
    'title: "Care #1"',
    "title: |\n  Care #1\n  #2\n  # 3",
    "title: >\n  Care #1\n\n  #2",
    "title: Care\u00a0#1",
    "--- # one\na: b",
)


def find_columns(text: str) -> list[int]:
    return [
        finding.span.start.column
        for finding in load(text.encode(), "ccg.yaml").findings
        if finding.rule == HASH
    ]


@for_each(TEXT)
def test_text_behind_a_number_sign_is_told_where_the_sign_stands(text: str) -> None:
    line = next(line for line in text.split("\n") if "#" in line)
    assert find_columns(text) == [line.index("#") + 1]


@for_each(COMMENT)
def test_a_comment_stays_a_comment(text: str) -> None:
    assert find_columns(text) == []


@pytest.mark.slow
def test_no_comment_of_the_examples_and_cases_is_taken_for_text() -> None:
    files = [*EXAMPLES, *(ROOT / "tests").glob("**/*.yaml")]
    files = [
        file for file in files if not {"slips", "corpus", "lost_words"} & set(file.relative_to(ROOT).parts)
    ]
    assert len(files) > 300
    assert [
        file.name for file in files if find_columns(file.read_text(encoding="utf-8", errors="replace"))
    ] == []


@pytest.mark.parametrize("round_name", list_known_rounds())
def test_no_comment_of_a_new_file_is_taken_for_text(round_name: str) -> None:
    round_ = load_round(round_name)
    found = [ccg for code in ("11E", "07Q") if (ccg := find_ccg_with_code(code))]
    texts = [
        write_new_file(round_, form, name, *found, short=short)
        for form in round_.offers
        for name in (None, "A CCG")
        for short in (False, True)
    ]
    assert len(texts) >= 2
    assert [find_columns(text) for text in texts] == [[]] * len(texts)


def test_a_note_written_as_the_help_says_is_a_comment() -> None:
    assert find_columns("budget: £220m #1 of two figures") != []
    assert find_columns("budget: £220m  # 1 of two figures") == []


def test_a_comment_that_swallows_text_is_one_finding_not_two() -> None:
    for text in ("a: [Care #1, x]\nb: c", "summary: Care #1\n  closer\nb: c", "a: {b: Care #1}\nc: d"):
        assert [finding.rule for finding in load(text.encode(), "ccg.yaml").findings] == [HASH]


def test_what_is_lost_is_told_of_a_file_that_cannot_be_read_to_its_end() -> None:
    text = "title: Priority #1\nsummary: 'open\nsource: x #1\n"
    rules = [finding.rule for finding in examine(text.encode(), "ccg.yaml").findings]
    assert [rule for rule in rules if rule in (HASH, "yaml-syntax")] == [
        HASH,
        "yaml-syntax",
        HASH,
    ]


def full_of_comments(number: int) -> bytes:
    lines = "".join(f"a{at}: b # c\n" for at in range(number))
    return f'{lines}z: "{" #1" * 2 * number}"\n'.encode()


@pytest.mark.long
def test_a_file_of_comments_is_read_in_time_that_grows_with_its_length() -> None:
    short, long = full_of_comments(1_200), full_of_comments(9_600)
    assert grows_in_proportion(lambda raw: load(raw, "ccg.yaml"), short, long)
