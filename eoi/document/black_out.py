"""The public edition of a paper, which holds no word that the file withholds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from eoi.document.blocks import Document, Emphasis, Figure, Link, Picture
from eoi.examined import Examined
from eoi.frozen_value import FrozenValue
from eoi.lists import capital
from eoi.source.item_words import number_path
from eoi.submission.model import Submission
from eoi.submission.part import replace as replace_fields
from eoi.submission.redacting import BLACK, Withheld, compile_phrases, paths_named, redact

Value = TypeVar("Value")
# The values of these attributes come from the templates and the program, so they hold nothing to withhold.
NAMES = frozenset(
    {"anchor", "kind", "role", "scope", "level", "paths", "row_paths", "paper", "source", "source_digest"}
)
SVG_WORDS = re.compile(r">([^<>]+)<")
STEP = re.compile(r"([a-z_]+)|\[(\d*)\]")


class Redacted(FrozenValue):
    """A row of the list of redactions."""

    number: int
    what: str
    exemption: str
    reason: str


def for_the_public(examined: Examined) -> tuple[Examined, Withheld]:
    """Return the submission for the public edition, and what is withheld.

    Findings and remarks are left out, since both quote the text.
    """
    public, withheld = redact(examined.submission)
    bare = examined.replace(submission=replace_fields(public, remarks=()), findings=(), set_aside=())
    return bare, withheld


def redactions_without_a_place(submission: Submission) -> list[str]:
    """List the paths of redactions that match no field. The text that they should hide would be published."""
    return [one.path for one in submission.redactions if not paths_named(submission, one.path)]


def list_redactions(submission: Submission) -> Iterator[Redacted]:
    """Yield the redactions, in the order of the file."""
    for number, one in enumerate(submission.redactions, 1):
        yield Redacted(number, describe_path(one.path), one.exemption or "", one.reason or "")


def describe_path(path: str) -> str:
    """Return a path in words, with its list item counted from 1: `Resources, post 1, cost`."""
    names = [name.replace("_", " ") for name, _ in STEP.findall(path) if name]
    item = number_path(path)
    words = [names[0], item, names[-1]] if item else names
    return capital(", ".join(dict.fromkeys(words)))


def black_out(document: Document, withheld: Withheld) -> Document:
    """Return the document with every withheld phrase that is still in it blacked out."""
    pattern = compile_phrases(withheld.phrases)
    return black_out_phrases(document, pattern) if pattern else document


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
