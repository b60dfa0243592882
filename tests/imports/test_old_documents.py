"""A document that eoi did not write becomes a first draft: nothing is lost, and nothing is made up."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import cycle
from typing import Any

import pytest
import yaml

import eoi
from eoi.findings import Severity
from eoi.imports.old_documents.draft import ApplicantsAndForm, FirstDraft, draft_submission, find_applying
from eoi.imports.old_documents.reading import read_old_document
from eoi.imports.old_documents.units import write_with_unit
from eoi.reference import find_ccg_with_code
from eoi.rounds import list_known_rounds, load_round
from tests.imports.old_bars import FACTS_OF_BATH, line_words, right_words
from tests.imports.source_documents import BATH, EVERY, Block, blocks, word_file, words_in, write_word
from tests.tables import for_each

MARKUP = re.compile(r"[\\*#]")


def drafted(raw: bytes, name: str = "old.docx") -> FirstDraft:
    lines = read_old_document(raw, name)
    return draft_submission(lines, name, find_applying(lines), load_round("2014"))


@cache
def draft_of(name: str) -> FirstDraft:
    return drafted(word_file(name))


def plain_words(text: str) -> Counter[str]:
    """The words of a text without marks around them; an item's mark is no word of the document."""
    bare = MARKUP.sub("", text).replace("\N{NO-BREAK SPACE}", " ")
    return Counter(one.strip("\"'“”‘’,.;:()-–•<>") for one in bare.split())


def lost_words(content: tuple[Block, ...], text: str) -> Counter[str]:
    lost = plain_words(" ".join(words_in(content))) - plain_words(text)
    lost.pop("", None)
    return lost


@pytest.mark.parametrize("name", EVERY)
def test_words_placed_and_words_kept_are_all_the_words_of_a_source(name: str) -> None:
    draft = draft_of(name)
    assert draft.words.placed + draft.words.kept == draft.words.all == len(words_in(blocks(name)))
    assert not draft.outcomes.kept.keys() & (draft.outcomes.placed.keys() | draft.outcomes.led.keys())


@pytest.mark.parametrize("name", EVERY)
def test_every_word_of_a_source_stands_in_the_file(name: str) -> None:
    assert not lost_words(blocks(name), draft_of(name).text)


# A document is read without its round, and the draft of a round has the answers that were found, and gaps. So
# a long document and a short one are tried in every round, and each other document in one.
ROUNDS_OF = {
    **{name: (round_,) for name, round_ in zip(EVERY, cycle(list_known_rounds()), strict=False)},
    BATH: list_known_rounds(),
    "three words": list_known_rounds(),
}


@pytest.mark.sampled
@pytest.mark.parametrize(("name", "round_id"), [(name, one) for name in ROUNDS_OF for one in ROUNDS_OF[name]])
def test_a_draft_has_no_errors_but_answers_that_the_document_does_not_give(name: str, round_id: str) -> None:
    """Minutes answer no question of a round, so a draft of them has a gap for each."""
    lines = read_old_document(word_file(name) if name in EVERY else b"Summary\n\nJoin up care.", "old.txt")
    ccg, round_ = find_ccg_with_code("11E"), load_round(round_id)
    assert ccg
    for form in round_.offers:
        draft = draft_submission(lines, name, ApplicantsAndForm([(ccg, "")], (form, "")), round_)
        errors = [one for one in eoi.check(draft.text.encode()).findings if one.severity == Severity.ERROR]
        assert [one for one in errors if not one.message.startswith("To complete: ")] == []


def test_seven_words_in_ten_of_bath_stand_in_the_right_field() -> None:
    right, whole = right_words(draft_of(BATH), blocks(BATH))
    assert whole > 6000
    assert right / whole >= 0.7


def test_the_three_tables_of_bath_are_rows() -> None:
    read = eoi.read(draft_of(BATH).text.encode())
    assert len(read.priorities) == 6
    assert [len(one.opportunities) for one in read.priorities] == [3, 2, 4, 2, 3, 1]
    assert read.scope
    assert read.engagement
    assert read.engagement.members
    assert len(read.scope.functions) == 16
    assert [one.in_scope for one in read.scope.functions].count("no") == 6
    members = read.engagement.members
    assert [one.level for one in members.positives] == ["high", "high", "medium"]
    assert len(read.engagement.stakeholders) == 4


@cache
def read_draft_of(name: str) -> Any:
    return eoi.read(draft_of(name).text.encode())


@for_each(FACTS_OF_BATH)
def test_a_fact_of_bath_is_at_its_field(path: str) -> None:
    value = read_draft_of(BATH)
    for step in path.split("."):
        name, _, number = step.partition("[")
        value = getattr(value, type(value).by_written[name].name)
        value = value[int(number[:-1])] if number else value
    assert FACTS_OF_BATH[path] in str(value)


def lettered_otherwise(content: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same document with other letters and numbers before its headings, and other levels."""
    others = iter(range(1, 200))
    changed = []
    for at, block in enumerate(content):
        if block.style.startswith("Heading"):
            bare = re.sub(r"^(?:[A-H]|[IVX]+|\d)\. ", "", block.words)
            changed.append(Block(f"Heading {at % 3 + 1}", f"{next(others)}.{at % 4}) {bare}"))
        else:
            changed.append(block)
    return tuple(changed)


@pytest.mark.slow
def test_letters_and_levels_of_headings_lose_nothing_and_lead_to_nearly_the_same_fields() -> None:
    content = lettered_otherwise(blocks(BATH))
    draft = drafted(write_word(content))
    assert not lost_words(content, draft.text)
    assert draft.words.placed + draft.words.kept == draft.words.all
    before, after = draft_of(BATH).outcomes.placed, draft.outcomes.placed
    sizes = {number: len(words.split()) for number, words in enumerate(line_words(content), 1)}
    same = sum(sizes[number] for number, path in before.items() if after.get(number) == path)
    assert same / sum(sizes[number] for number in before) >= 0.9


def test_bold_lines_act_as_headings() -> None:
    typed = "**Governance**\n\nThe board decides.\n\n**Monitoring and evaluation**\n\nWe review it yearly.\n"
    tree = yaml.safe_load(drafted(typed.encode(), "old.md").text)
    assert tree["governance"]["introduction"] == "The board decides.\n"
    assert tree["evaluation"] == [{"what": "We review it yearly."}]


RECIPE = """# Leek soup

Serves 4 people. Costs £3.20 and takes 45 minutes.

## Ingredients

- 3 leeks
- 500 ml of stock

## Method

1. Wash the leeks.
2. Simmer for 20 minutes, and **season**.

| Step | Minutes |
| --- | --- |
| Wash | 5 |
"""


def test_of_a_document_of_no_ccg_everything_is_kept_and_nothing_is_made_up() -> None:
    draft = drafted(RECIPE.encode(), "soup.md")
    assert draft.words.kept == draft.words.all
    tree = yaml.safe_load(draft.text)
    filled = {name for name, value in tree.items() if value and name not in ("applicants", "notes")}
    assert filled <= {"round", "status", *(name for name in tree if not has_value(tree[name]))}
    assert tree["applicants"] == [{"name": "[Full name of the CCG]"}]
    assert not lost_words((Block("Normal", RECIPE.replace("|", " ").replace("---", "")),), draft.text)


def has_value(node: object) -> bool:
    if isinstance(node, dict):
        return any(map(has_value, node.values()))
    return any(map(has_value, node)) if isinstance(node, list) else bool(node)


def test_ccgs_that_apply_together_are_found_by_their_names() -> None:
    text = (
        b"# Summary\n\nNHS Wiltshire CCG, NHS Swindon CCG and NHS Bath and North East Somerset CCG express "
        b"their interest in joint commissioning.\n\nNHS Swindon CCG will lead.\n"
    )
    found = find_applying(read_old_document(text, "old.md")).ccgs
    assert [ccg.name for ccg, _ in found] == [
        "NHS Wiltshire CCG",
        "NHS Swindon CCG",
        "NHS Bath and North East Somerset CCG",
    ]


@pytest.mark.parametrize("name", [one for one in EVERY if one != BATH])
def test_ccgs_that_minutes_name_do_not_apply(name: str) -> None:
    found = find_applying(read_old_document(word_file(name), "old.docx")).ccgs
    assert len(found) <= 1


@pytest.mark.parametrize(
    "head", ["Cost (£000)", "Cost £000s", "Cost (£'000)", "Cost £k", "Cost in thousands", "Cost (000s)"]
)
def test_an_amount_takes_the_unit_in_the_head_of_its_column(head: str) -> None:
    rows = f"| Post | Band | {head} |\n| --- | --- | --- |\n| Manager | 8a | 55 |\n| Officer | 4 | 25.5 |\n"
    tree = yaml.safe_load(drafted(f"# Resources\n\n{rows}".encode(), "old.md").text)
    assert [post["cost"] for post in tree["resources"]["posts"]] == ["£55k", "£25.5k"]


@for_each(
    [
        ("39 to 41", "£39k to £41k"),
        ("£39-41", "£39k to £41k"),
        ("about 5", "about £5k"),
        ("-1200.50", "-£1,200.50k"),
        ("43.3 (1 WTE)", "43.3 (1 WTE)"),
        ("50%", "50%"),
        ("1.2345678", "1.2345678"),
        ("5/6", "5/6"),
        ("£0.2m", "£0.2m"),
    ]
)
def test_a_range_takes_the_unit_twice_and_what_is_no_amount_stays_as_typed(case: tuple[str, str]) -> None:
    typed, written = case
    assert write_with_unit(typed, "k") == written


BUDGET = """# Budget

{caption}

| Budget line | Budget{head} | Forecast{head} |
| --- | --- | --- |
{units}| GMS | 12.2 | (1,300) |
| Premises | £900k | 0 |
"""


@pytest.mark.parametrize(
    ("caption", "head", "units"),
    [
        ("Table 1: Budget in £m", "", ""),
        ("", " £m", ""),
        ("", "", "| | £m | £m |\n"),
        ("", " (£ million)", ""),
    ],
)
def test_a_unit_can_stand_in_the_caption_the_head_or_the_row_below_it(
    caption: str, head: str, units: str
) -> None:
    draft = drafted(BUDGET.format(caption=caption, head=head, units=units).encode(), "old.md")
    lines = yaml.safe_load(draft.text)["arrangement"]["budget"]["lines"]
    assert [(one["budget"], one["forecast"]) for one in lines] == [("£12.2m", "(£1,300m)"), ("£900k", 0)]
    assert "as printed: 12.2" in draft.text


def test_a_column_of_pounds_stays_as_it_was_printed() -> None:
    typed = "# Resources\n\n| Post | Band | Cost (£) |\n| --- | --- | --- |\n| Manager | 8a | 55,000 |\n"
    tree = yaml.safe_load(drafted(typed.encode(), "old.md").text)
    assert str(tree["resources"]["posts"][0]["cost"]) == "55,000"


@pytest.mark.parametrize(
    ("said", "chair"),
    [
        (
            "the Lay Member for Patient and Public Involvement",
            "Lay Member for Patient and Public Involvement",
        ),
        (
            "the lay member for patient and public involvement",
            "lay member for patient and public involvement",
        ),
        ("a Lay Member and meets monthly", "Lay Member"),
        ("the Director of Quality and Safety and will meet monthly", "Director of Quality and Safety"),
        ("the accountable officer, and its members are GPs", "accountable officer"),
        ("a nurse and somebody else of their choice", ""),
    ],
)
def test_the_title_of_the_chair_of_a_group_is_whole(said: str, chair: str) -> None:
    typed = f"# Governance\n\nA Joint Primary Care Committee will meet here and will be chaired by {said}.\n"
    (group,) = yaml.safe_load(drafted(typed.encode(), "old.md").text)["governance"]["groups"]
    assert group.get("chair", "") == chair


def test_who_does_not_chair_a_group_is_not_its_chair() -> None:
    typed = (
        "# Governance\n\nThe Primary Care Board will oversee all of this and will not be chaired by a GP.\n"
    )
    (group,) = yaml.safe_load(drafted(typed.encode(), "old.md").text)["governance"]["groups"]
    assert "chair" not in group


def test_the_name_of_a_group_has_no_article_and_a_sentence_keeps_its_subject() -> None:
    sentence = "A Joint Primary Care Committee will meet monthly, and it will decide on all of the budgets."
    tree = yaml.safe_load(drafted(f"# Governance\n\n{sentence}\n".encode(), "old.md").text)
    (group,) = tree["governance"]["groups"]
    assert group["name"] == "Joint Primary Care Committee"
    assert " ".join(group["purpose"].split()) == sentence
