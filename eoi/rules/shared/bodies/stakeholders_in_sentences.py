"""Stakeholders that a sentence names, and the one that its verb is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case, work_out_once
from eoi.rules.shared.bodies import EACH, WEAK, find_bodies
from eoi.rules.shared.bodies.same_body import is_one_body
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.words import SMALL, reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.dates import MONTHS
from eoi.submission.engagement import Stakeholder

COMMON = SMALL | frozenset(
    (
        "council",
        "trust",
        "nhs",
        "board",
        "local",
        "committee",
        "group",
        "city",
        "county",
        "provider",
        "ceo",
        "somewhere",
    )
)
# Other subjects that can be between the name and the verb.
ANOTHER = WordList("who|which|whom|members|practices|patients|gps|we|nhs england|they|but|although|by")


# `The boroughs have told us they` still speaks of the boroughs.
SAYS = Expression(
    r"^(?: \w+){0,2} (?:told us|let us know|said|says?|made (?:it )?(?:clear|plain)|wrote)(?: that)? "
    r"(?:they|it)\b",
    words="told us|let us know|said|say|made|wrote",
)


NEARBY = Expression(
    r"\b(?:neighbouring|adjoining|adjacent|nearby|other|another|next|different|parish|town|youth|national) $",
    words="neighbouring|adj|nearby|other|next|different|parish|town|youth|national",
)
PLACE_BEFORE = Expression(
    r"\b(?P<place>[A-Z][\w-]{2,30})(?:['’]s?)?\s(?:(?:Borough|County|City|District)\s)?$"
)
PLACE_AFTER = Expression(r"\s(?:(?:in|of|for)\s)?(?P<place>[A-Z][\w-]{2,30})\b")
# Words that begin with a capital letter and are no places.
OPENING = (
    "the our neither nobody when once while although since because both each every some what yet before "
    "after then also only its their this that these has have was not"
)
ROLES = (
    "borough district metropolitan unitary health wellbeing chair chairs leader cabinet chief director "
    "officer executive ccg ccgs lmc and"
)
NO_PLACES = frozenset((*(month.lower() for month in MONTHS), *OPENING.split(), *ROLES.split()))


class KnownStakeholder(FrozenValue):
    """A stakeholder, its kinds of body, the distinctive words of its name, its path and its places."""

    stakeholder: Stakeholder
    kinds: frozenset[str]
    words: tuple[str, ...]
    path: Path
    places: frozenset[str]

    @property
    def name(self) -> str:
        return self.stakeholder.name or ""


@work_out_once
def list_known_stakeholders(case: Case) -> list[KnownStakeholder]:
    """Return the stakeholders of the file with the words by which a sentence can name them."""
    engagement = case.submission.engagement
    known = [
        describe_stakeholder(case, one, ("engagement", "stakeholders", index))
        for index, one in enumerate(engagement.stakeholders if engagement else ())
        if one.name
    ]
    return [leave_out_places_of_others(one, known) for one in known]


def leave_out_places_of_others(one: KnownStakeholder, known: list[KnownStakeholder]) -> KnownStakeholder:
    """Return a stakeholder without the places of others of its kind: Healthwatch Suffolk is not Norfolk's."""
    others = {
        word for other in known if other.kinds & one.kinds for word in other.words if word not in one.words
    }
    if others.isdisjoint(one.places):
        return one
    return KnownStakeholder(one.stakeholder, one.kinds, one.words, one.path, one.places - others)


def list_known_supporters(case: Case) -> Iterator[KnownStakeholder]:
    """Yield the bodies whose view is recorded as support, apart from their boards and from stakeholders."""
    for index, support in enumerate(case.submission.support):
        body = support.body or ""
        # Texts say of NHS England what it does about many other things.
        if (
            not body
            or not support.view
            or "nhs_england" in find_bodies(body)
            or find_bodies(body) == {"board"}
        ):
            continue
        if not any(is_one_body(body, one.name) for one in list_known_stakeholders(case)):
            yield describe_stakeholder(case, Stakeholder(name=body, view=support.view), ("support", index))


def describe_stakeholder(case: Case, one: Stakeholder, path: Path) -> KnownStakeholder:
    """Return a stakeholder with the words by which a sentence can name it."""
    name = one.name or ""
    words = tuple([word for word in reduce_to_words(name).split() if word not in COMMON])
    return KnownStakeholder(
        one, find_bodies(name) - WEAK, words, path, find_words_of_places(case).union(words)
    )


@work_out_once
def find_words_of_places(case: Case) -> frozenset[str]:
    """Return the words of the names of the applicants and of their councils."""
    names = [
        name or ""
        for one in case.submission.applicants
        for name in (one.name, one.short_name, *one.local_authorities)
    ]
    return frozenset(" ".join(names).lower().split())


def list_roots(known: list[KnownStakeholder]) -> set[str]:
    """Return words of which a sentence must contain at least one to name any of the stakeholders."""
    found = {max(one.words, key=len) for one in known if one.words and not one.kinds}
    for kind in {kind for one in known for kind in one.kinds}:
        found.update(KIND_ROOTS.get(kind, (kind,)))
    return found


KIND_ROOTS = {
    "nhs_england": ("nhs england", "nhse", " team"),
    "wellbeing": ("wellbeing", "hwb"),
    "lmc": ("lmc", "medical committee"),
    "healthwatch": ("healthwatch", "health watch"),
    "council": ("council", "local authorit", "borough"),
    "acute": ("acute", "hospital"),
    "mental": ("mental health",),
    "gp": ("gp",),
    "public_health": ("public health",),
    "voluntary": ("voluntary", "charit"),
}


def locate_name(one: KnownStakeholder, sentence: Sentence) -> tuple[int, int] | None:
    """Return the start and end of a stakeholder's name in a sentence, or None."""
    flat = sentence.flat
    for kind in one.kinds:
        if any(root in flat for root in KIND_ROOTS.get(kind, (kind,))):
            for match in EACH[kind].finditer(flat):
                if not is_of_another_place(one, sentence.text, *match.span()):
                    return match.span()
    if not one.kinds and one.words and is_named_in_full(one, sentence):
        at = flat.index(one.words[0])
        return at, at + len(one.words[0])
    return None


def is_named_in_full(one: KnownStakeholder, sentence: Sentence) -> bool:
    """Tell whether a sentence holds all the distinctive words of a stakeholder's name."""
    return all(begins_a_word(word, sentence.flat) for word in one.words)


def is_of_another_place(one: KnownStakeholder, text: str, start: int, end: int) -> bool:
    """Tell whether a name is of a neighbour, or of a place that is neither its own nor the applicants'."""
    if NEARBY.search(text.lower(), 0, start):
        return True
    before, after = PLACE_BEFORE.search(text, 0, start), PLACE_AFTER.match(text, end)
    places = {match["place"].lower() for match in (before, after) if match} - COMMON - NO_PLACES
    return bool(places) and places.isdisjoint(one.places)


def begins_a_word(letters: str, flat: str) -> bool:
    """Tell whether a word of a text begins with some letters."""
    return letters in flat and re.search(rf"\b{re.escape(letters)}", flat) is not None


def is_about(named: tuple[int, int], verb: re.Match[str], flat: str) -> bool:
    """Tell whether the body is the subject or the object of the verb.

    `Healthwatch opposes` is about Healthwatch, but `Healthwatch asked members who oppose` is not.
    """
    if named[1] <= verb.start():
        between = SAYS.sub(" ", flat[named[1] : verb.start()], 1)
        return not ANOTHER.is_in(between)
    between = flat[verb.end() : named[0]]
    return len(between) < 40 and re.search(r"^\s*(?:\w+ ){0,3}(?:from|by|of)\b", between) is not None
