"""How facts read as English: lists, plurals, articles, possessives, sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from eoi.document.words.articles import lower_first, name_method, with_article, with_determiner, with_the
from eoi.document.words.wording import (
    FILTERS,
    begin_in_words,
    counted,
    ended,
    figure,
    in_words,
    listed,
    plural,
    possessive,
    sentence,
    singular,
    some,
    vote_rule,
    within,
    yes_or_no,
)
from eoi.plain_words import capital
from eoi.submission.quantities import make_count_kind, make_number_kind
from eoi.writers import find_writer
from tests.samples import interest, skeleton, words_of
from tests.tables import for_each, for_each_row

count = make_count_kind().read
number = make_number_kind().read


@for_each_row(
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["Bath", "Swindon, Wiltshire"], "Bath; and Swindon, Wiltshire"),
        (["a, b", "c", "d"], "a, b; c; and d"),
        (["1,000", "2,000"], "1,000 and 2,000"),
        ([1, 2], "1 and 2"),
        (["R&D", "<b>"], "R&amp;D and &lt;b&gt;"),
        ([Markup("<em>a</em>"), "b"], "<em>a</em> and b"),
    ],
)
def test_a_list_reads_as_a_phrase(items: list[object], text: str) -> None:
    assert listed(items) == text
    assert isinstance(listed(items), Markup)


def test_a_list_can_end_in_another_word() -> None:
    assert listed(["a", "b"], "or") == "a or b"


@for_each_row(
    [
        (0, "0 practices"),
        (1, "one practice"),
        (2, "two practices"),
        (number("2.0"), "2.0 practices"),
        (count("about 9"), "about nine practices"),
        (count("1"), "one practice"),
        (count("1,250"), "1,250 practices"),
        (number("1.0"), "one practice"),
        (number("0.5"), "0.5 practices"),
        (Decimal(1), "one practice"),
        (count("about 30"), "about 30 practices"),
        (count("about 1"), "about one practice"),
    ],
)
def test_a_count_agrees_with_its_noun(how_many: object, text: str) -> None:
    assert counted(how_many, "practice") == text


def test_a_name_that_takes_no_article_alone_has_one_where_something_of_it_is_meant() -> None:
    assert with_determiner("NHS England (London) area team", "the") == "the NHS England (London) area team"


@pytest.mark.parametrize("method", ["Meetings", "Focus groups in each town", "GP events"])
def test_a_phrase_in_the_plural_has_no_article(method: str) -> None:
    assert with_article(method) == method


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2 dates are", "Two dates are"),
        ("12 dates are", "12 dates are"),
        ("£2 is", "£2 is"),
        ("a < b CCG is named twice", "a < b CCG is named twice"),
        ("2.5 is", "2.5 is"),
    ],
)
def test_no_sentence_begins_with_a_figure_below_ten(typed: str, printed: str) -> None:
    assert begin_in_words(typed) == printed


@given(st.dates(), st.sampled_from(("", "1 and ", "2–", "3 to ")))
def test_no_number_that_begins_a_date_is_spelt_out(day: date, before: str) -> None:
    for form in ("%B %Y", "%b %Y", "%B"):
        text = f"{before}{day.day} {day.strftime(form)} is far from 2014"
        assert begin_in_words(text) == text


def test_a_comment_on_a_date_begins_with_the_date_as_a_figure() -> None:
    more = "engagement: {nhs_england: [{date: 1 May 2099, event: Meeting}]}\n"
    text = find_writer("md").write(interest(skeleton(more=more))).decode()
    assert "1 May 2099 is far from 2014" in text.replace("\u00a0", " ")
    assert "One May" not in text


def test_a_table_keeps_its_figures() -> None:
    assert counted(3, "locality", "localities", figures=True) == "3 localities"


def test_a_count_can_name_an_irregular_plural() -> None:
    assert (counted(1, "person", "people"), counted(2, "person", "people")) == ("one person", "two people")


@for_each(
    [
        "a joint bid",
        "an expression of interest",
        "an NHS body",
        "an SLA",
        "an LMC vote",
        "an MP",
        "an FAQ",
        "an A&E department",
        "a CCG",
        "a GP",
        "a PMS contract",
        "a UK body",
        "a unit",
        "a university",
        "a union",
        "a uniform rate",
        "an uninformed choice",
        "an unmet need",
        "a user group",
        "a useful step",
        "a European body",
        "a eulogy",
        "a one-off grant",
        "a once-only grant",
        "an online questionnaire",
        "an hour",
        "an honest answer",
        "an honorary post",
        "an heir",
        "a hospital",
        "an 8% cut",
        "an 80% share",
        "an 11-strong group",
        "an 18-month pilot",
        "a 1% rise",
        "a 100-day plan",
        "a 118-day plan",
        "an IT system",
        "a SurveyMonkey questionnaire",
        "an NHS-led body",
        "an MoU",
        "an X-ray",
        "an £8m budget",
        "an 18,000-strong survey",
        "a usual step",
        "a U-turn",
        "a US-based firm",
        "an usher",
        "an unintended cost",
        "an oncology ward",
        "an onerous duty",
        "an £11m saving",
        "a £1.8m saving",
        "an A-level",
        "a unanimous vote",
        "a urology clinic",
        "a utility",
        "an unidentified risk",
        "an EU directive",
        "a NICE guideline",
    ]
)
def test_a_phrase_takes_the_article_of_its_first_sound(phrase: str) -> None:
    assert with_article(phrase.split(" ", 1)[1]) == phrase


@pytest.mark.parametrize("phrase", ["the x", "a x", "an x", "our x", "its x", "their x", "each x", "every x"])
def test_a_phrase_with_a_determiner_keeps_it(phrase: str) -> None:
    assert with_article(phrase) == with_the(phrase) == phrase
    assert with_the(phrase.capitalize()) == phrase


@for_each_row(
    [
        ("monthly group", "the monthly group"),
        ("Strategic Primary Care Group", "the Strategic Primary Care Group"),
        ("anaesthetics board", "the anaesthetics board"),
        ("theatre group", "the theatre group"),
        ("NHS England", "NHS England"),
        ("NHS England, through its area team", "NHS England, through its area team"),
        ("all member practices", "all member practices"),
        ("section 14O of the Act", "section 14O of the Act"),
        ("Healthwatch Leeds", "Healthwatch Leeds"),
        ("NHS England's area team", "NHS England's area team"),
        ("NHS England (London)", "NHS England (London)"),
        ("NHS England area team", "the NHS England area team"),
        ("Primary Care Support England", "Primary Care Support England"),
        ("Public Health England", "Public Health England"),
        ("Public Health England team", "the Public Health England team"),
    ],
)
def test_a_phrase_takes_the_definite_article_once(phrase: str, text: str) -> None:
    assert with_the(phrase) == text


@for_each_row(
    [
        ("Eight borough councils", "eight borough councils"),
        ("A housing charity", "a housing charity"),
        ("A Letter of the board", "a Letter of the board"),
        ("All councils", "all councils"),
        ("Healthwatch", "Healthwatch"),
        ("Healthwatch and the council", "Healthwatch and the council"),
        ("Local Medical Committee", "Local Medical Committee"),
        ("Eight Ash Green Parish Council", "Eight Ash Green Parish Council"),
        ("London Borough of Croydon", "the London Borough of Croydon"),
        ("City of Westminster", "the City of Westminster"),
    ],
)
def test_bodies_that_are_counted_lose_their_capital_within_a_sentence(name: str, text: str) -> None:
    assert within(name) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Clusters", "in 5 clusters"), ("localities", "in 5 localities"), ("GP Networks", "in 5 GP Networks")],
)
def test_clusters_stand_in_small_letters_within_a_sentence_unless_they_have_a_name(
    typed: str, printed: str
) -> None:
    more = f"    practices: 43\n    clusters: {{name: {typed}, count: 5}}\n"
    text = words_of(interest(skeleton(more=more)))
    assert printed in text.replace("five", "5")


@pytest.mark.parametrize(
    ("number_", "text"),
    [(0, "no groups"), (1, "one group"), (2, "two groups"), (9, "nine groups"), (10, "10 groups")],
)
def test_a_small_number_at_the_start_of_a_sentence_is_a_word(number_: int, text: str) -> None:
    assert in_words(number_, "group") == text


def test_a_number_in_words_can_name_an_irregular_plural() -> None:
    assert (in_words(1, "person", "people"), in_words(3, "person", "people")) == (
        "one person",
        "three people",
    )


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("clusters", "cluster"),
        ("localities", "locality"),
        ("villages", "village"),
        ("networks", "network"),
        ("PCNs", "PCN"),
        ("patches", "patch"),
        ("parishes", "parish"),
    ],
)
def test_a_plural_has_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("the CCG", "the CCG's"),
        ("the CCGs", "the CCGs'"),
        ("BaNES CCG", "BaNES CCG's"),
        ("NHS Leeds", "NHS Leeds'"),
    ],
)
def test_a_name_takes_the_possessive_of_its_ending(name: str, text: str) -> None:
    assert possessive(name) == text


@for_each_row(
    [
        ("it works", "It works."),
        ("It works.", "It works."),
        ("does it work?", "Does it work?"),
        ("  it works  ", "It works."),
        ("NHS England leads", "NHS England leads."),
        ("£5 a head", "£5 a head."),
        ("he said “yes.”", "He said “yes.”"),
        ("as follows:", "As follows:"),
        ("(in part)", "(in part)."),
        ("he said 'yes.'", "He said 'yes.'"),
        ('the "gold" and the "silver"', 'The "gold" and the "silver".'),
        ("and so on…", "And so on…"),
        ("", ""),
    ],
)
def test_a_text_becomes_a_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


def test_a_text_ends_like_a_sentence_without_a_capital() -> None:
    assert ended("it works") == "it works."


@pytest.mark.parametrize(
    ("text", "expected"), [("quarterly", "Quarterly"), ("", ""), ("éa", "Éa"), ("10%", "10%"), ("nHS", "NHS")]
)
def test_a_capital_changes_the_first_letter_only(text: str, expected: str) -> None:
    assert capital(text) == expected


@for_each_row(
    [
        ("Joint commissioning", "joint commissioning"),
        ("Greater influence", "greater influence"),
        ("NHS bodies", "NHS bodies"),
        ("GP IT", "GP IT"),
        ("BaNES CCG", "BaNES CCG"),
        ("", ""),
        ("A single group", "a single group"),
        ("GP-led services", "GP-led services"),
        ("I think", "I think"),
    ],
)
def test_a_text_inside_a_sentence_loses_its_capital_unless_it_is_an_abbreviation(
    text: str, expected: str
) -> None:
    assert lower_first(text) == expected


@pytest.mark.parametrize(("all_in_all", "number", "text"), [(9, 2, "two"), (16, 2, "2"), (16, 10, "10")])
def test_figures_of_one_sentence_are_all_in_words_or_none(all_in_all: int, number: int, text: str) -> None:
    assert figure(all_in_all, number) == text


def test_every_filter_is_tested_here() -> None:
    assert sorted(FILTERS) == [
        "capital",
        "counted",
        "ended",
        "figure",
        "in_words",
        "listed",
        "lower_first",
        "name_method",
        "plural",
        "possessive",
        "sentence",
        "singular",
        "some",
        "vote_rule",
        "with_article",
        "with_determiner",
        "with_the",
        "within",
        "yes_or_no",
    ]


@pytest.mark.parametrize(
    ("how_many", "words"), [([], "rows"), (["a"], "row"), ("ab", "rows"), (1, "row"), (count("2"), "rows")]
)
def test_a_list_or_a_number_tells_whether_one_is_meant_or_several(how_many: object, words: str) -> None:
    assert plural(how_many, "row", "rows") == words


@pytest.mark.parametrize(("answers", "is_some"), [([], False), (["", None], False), (["", False], True)])
def test_a_no_is_an_answer_and_a_blank_is_none(answers: list[object], is_some: bool) -> None:
    assert some([SimpleNamespace(voting=answer) for answer in answers], "voting") is is_some


@pytest.mark.parametrize(("answer", "word"), [(True, "Yes"), (False, "No"), (None, "")])
def test_what_was_not_said_is_neither_yes_nor_no(answer: bool | None, word: str) -> None:
    assert yes_or_no(answer) == word


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("The CCG withdraws", "If the vote is against: the CCG withdraws."),
        ("two thirds must vote in favour", "Rule of the vote: two thirds must vote in favour."),
        ("a simple majority decides", "Rule of the vote: a simple majority decides."),
        ("if the vote is against, we withdraw", "If the vote is against, we withdraw."),
        ("a vote against means that we withdraw", "A vote against means that we withdraw."),
    ],
)
def test_a_rule_of_a_vote_is_never_told_as_what_happened(typed: str, written: str) -> None:
    assert vote_rule(typed) == written


@for_each_row(
    [
        ("Postal survey", "a postal survey"),
        ("European survey.", "a European survey"),
        ("Healthwatch survey", "a Healthwatch survey"),
        ("MORI poll", "a MORI poll"),
        ("Wirral survey", "a Wirral survey"),
        ("Facebook", "Facebook"),
        ("Social media", "social media"),
        ("Word of mouth", "word of mouth"),
        ("Meetings in each town", "meetings in each town"),
    ],
)
def test_a_way_of_asking_people_keeps_its_names_and_takes_an_article_that_fits(
    typed: str, written: str
) -> None:
    assert name_method(typed, "NHS Wirral CCG") == written
