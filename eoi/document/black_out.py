"""The public edition of a paper, which holds no word that the file withholds, and says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from eoi.checklist import Item
from eoi.document.blocks import Document, Figure, Picture
from eoi.document.inline import Emphasis, Link
from eoi.document.subset.elements import Element
from eoi.examined import ExaminedSubmission
from eoi.frozen_value import FrozenValue
from eoi.plain_words import capital
from eoi.rounds.model import Round
from eoi.source.paths import number_path
from eoi.submission.model import Submission
from eoi.submission.named_items import STEP
from eoi.submission.part import Part
from eoi.submission.part import replace as replace_fields
from eoi.submission.redacting import BLACK, Withheld, list_paths_of_redaction, redact
from eoi.submission.withheld_spellings import compile_phrases, write_phrase_expression

Value = TypeVar("Value")
# The values of these attributes come from the templates and the program, so they hold nothing to withhold.
NAMES = frozenset(
    {"anchor", "kind", "role", "scope", "level", "paths", "row_paths", "paper", "source", "source_digest"}
)
WORDS = re.compile(r"[^\W_]+")
SVG_WORDS = re.compile(r">([^<>]+)<")


class RedactionRow(FrozenValue):
    """A row of the list of redactions."""

    number: int
    what: str
    exemption: str
    reason: str


def redact_for_the_public(examined: ExaminedSubmission) -> tuple[ExaminedSubmission, Withheld]:
    """Return the submission for the public edition, and what is withheld.

    Findings and remarks are left out, since both quote the text.
    """
    public, withheld = redact(examined.submission)
    bare = examined.replace(submission=replace_fields(public, remarks=()), findings=(), set_aside=())
    pattern = compile_phrases(withheld.phrases)
    return (black_out_beside_fields(bare, pattern) if pattern else bare), withheld


def black_out_beside_fields(examined: ExaminedSubmission, pattern: re.Pattern[str]) -> ExaminedSubmission:
    """Return the submission with the phrases blacked out in the words of its file that are in no field.

    They are the name of the file, and the reasons and items in the checklist.
    """
    items = (black_out_item(item, pattern) for item in examined.checklist.items)
    return examined.replace(
        source=examined.source.replace(name=pattern.sub(BLACK, examined.source.name)),
        checklist=examined.checklist.replace(items=tuple(items)),
    )


def black_out_item(item: Item, pattern: re.Pattern[str]) -> Item:
    """Return an item of the checklist with the phrases blacked out in what it quotes."""
    gaps = (
        gap._replace(
            waived=pattern.sub(BLACK, gap.waived),
            spot=gap.spot._replace(item=pattern.sub(BLACK, gap.spot.item)),
        )
        for gap in item.gaps
    )
    return item._replace(reason=pattern.sub(BLACK, item.reason), gaps=tuple(gaps))


def list_redactions_without_place(submission: Submission) -> list[str]:
    """List the paths of redactions that match no field. The text that they should hide would be published."""
    return [one.path for one in submission.redactions if not list_paths_of_redaction(submission, one.path)]


def list_redactions(submission: Submission) -> list[RedactionRow]:
    """List the redactions, in the order of the file."""
    return [
        RedactionRow(number, describe_path(one.path), one.exemption or "", one.reason or "")
        for number, one in enumerate(submission.redactions, 1)
    ]


def describe_path(path: str) -> str:
    """Return a path in words, with its list item by name or counted from 1: `Resources, post 1, cost`."""
    steps = STEP.findall(path)
    names = [name.replace("_", " ") for name, _ in steps if name]
    item = number_path(path) or ", ".join(item for _, item in steps if item)
    words = [names[0], item, names[-1]] if item else names
    return capital(", ".join(dict.fromkeys(words)))


def black_out(document: Document, withheld: Withheld, round_: Round) -> Document:
    """Return the document with every withheld figure and date blacked out that was worked out again.

    Words are blacked out in the fields before, and what is left of them stands in templates and in the
    questions of the round. To black those out as well would tell what is withheld.
    """
    asked = "\n".join(list_printed_texts(round_))
    phrases = {phrase for phrase in withheld.figures if not has_phrase(asked, phrase)}
    pattern = compile_phrases(phrases)
    return black_out_phrases(document, pattern) if pattern else document


def has_phrase(text: str, phrase: str) -> bool:
    """Tell whether a text has a phrase. Most phrases have a word that is missing, which shows soonest."""
    if not all(word in text for word in WORDS.findall(phrase)):
        return False
    return re.search(write_phrase_expression(phrase), text) is not None


def list_printed_texts(value: Any) -> Iterator[str]:
    """Yield every text, figure and date of a part, at any depth, as it is printed."""
    if isinstance(value, Part):
        for one in value.given.values():
            yield from list_printed_texts(one)
    elif isinstance(value, tuple | Mapping):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from list_printed_texts(one)
    elif value is not None:
        yield str(value)


def black_out_svg(svg: str, pattern: re.Pattern[str]) -> str:
    """Return a picture with the phrases in its text blacked out."""
    return SVG_WORDS.sub(lambda words: f">{pattern.sub(BLACK, words[1])}<", svg)


def black_out_phrases(value: Value, pattern: re.Pattern[str]) -> Value:
    """Return a value of the block tree with the phrases blacked out in it, at any depth."""
    made: Any = value
    if isinstance(value, str):
        made = pattern.sub(BLACK, value)
    elif isinstance(value, tuple):
        made = tuple(black_out_phrases(one, pattern) for one in value)
    elif isinstance(value, Figure):
        made = value.replace(
            svg=black_out_svg(value.svg, pattern),
            data=black_out_phrases(value.data, pattern),
            narrow=black_out_phrases(value.narrow, pattern),
            alt=pattern.sub(BLACK, value.alt),
            caption=black_out_phrases(value.caption, pattern),
        )
    elif isinstance(value, Picture):
        made = value.replace(svg=black_out_svg(value.svg, pattern))
    elif isinstance(value, Link) and pattern.search(value.href):
        made = Emphasis(black_out_phrases(value.children, pattern))
    elif isinstance(value, FrozenValue):
        words = {name: one for name, one in value.held.items() if name not in NAMES}
        made = value.replace(**{name: black_out_phrases(one, pattern) for name, one in words.items()})
    return made  # type: ignore[no-any-return]


def add_edition(paper: Element, edition: Element) -> None:
    """Put what an edition says of itself into a paper: its first element below the title, the others last."""
    first, *others = (one for one in edition.children if isinstance(one, Element))
    paper.children.insert(find_end_of_title(paper), first)
    paper.children += others


def find_end_of_title(paper: Element) -> int:
    """Return the number of children that make up the title of a paper."""
    end = 0
    for number, child in enumerate(paper.children):
        if isinstance(child, Element):
            if child.name != "h1" and child.attributes.get("class") != "subtitle":
                break
            end = number + 1
    return end
