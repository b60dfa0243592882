"""The beginnings of phrases within a sentence: the article `a`, `an` or `the`, or none, and small letters."""

from __future__ import annotations

import re

from eoi.document.words.names_of_bodies import takes_the
from eoi.document.words.noun_phrases import fits_a_sentence
from eoi.expressions import Expression
from eoi.submission.days import MONTHS, WEEKDAYS

SPELT_WITH_VOWEL_SOUND = frozenset("AEFHILMNORSX")
SOUNDS = (
    (Expression(r"£?(8|1[18](?!\d))"), "an"),
    (Expression(r"one\b|once|uni[^nmd]|unan|us[aeu]|uti|uro|eu(?=[a-z])", re.IGNORECASE), "a"),
    (Expression(r"hour|honest|honou?r|heir", re.IGNORECASE), "an"),
)
ARTICLES = ("the", "a", "an")
DETERMINERS = (*ARTICLES, "one", "our", "its", "their", "each", "every", "all", "both", "no", "any")
NAMES = ("nhs", "healthwatch", "our")  # words that begin the names of bodies without an article
# 'Public Health England', 'Primary Care Support England'
NAME_WITH_ITS_PLACE = Expression(r"(?:[A-Z][\w'’-]{0,40} ){1,6}(?:England|UK)")
READ_AS_WORDS = ("NICE", "MORI")
ENDS_OF_A_NOUN = Expression(r",| (?:and|at|by|for|from|in|of|on|or|to|under|with) ")
PLURAL = Expression(r"[A-Za-z](?<![isu])(?<!\bserie)(?<!\bnew)(?<!\bmean)s$")
# Names that are no abbreviation and can begin a phrase: 'Healthwatch survey', 'European survey'.
PROPER_WORDS = frozenset(
    (
        "healthwatch facebook twitter youtube ipsos yougov european british english welsh scottish irish "
        "polish christmas easter "
        f"{' '.join(MONTHS)} {' '.join(WEEKDAYS)}"
    )
    .lower()
    .split()
) - {"may"}
PART_OF_A_WORD = Expression(r"[-'’.,/]")
# Ways to ask people that take no article: 'by post', 'on social media'.
UNCOUNTED = (
    *("media", "facebook", "twitter", "youtube", "post", "email", "mail", "radio", "press", "internet"),
    *("mouth", "telephone", "monkey", "surveymonkey"),
)


def with_article(phrase: str) -> str:
    """Put the right article before a phrase: `a joint bid`, `an NHS body`, `an 8% cut`.

    A phrase with a determiner keeps it, and a plural phrase gets none: `meetings in each town`. Words that
    are no noun phrase get none either.
    """
    if not fits_a_sentence(phrase):
        return phrase
    head = ENDS_OF_A_NOUN.split(phrase, maxsplit=1)[0]
    return phrase if PLURAL.search(head) else with_determiner(phrase, choose_article(phrase))


def with_the(phrase: str) -> str:
    """Put `the` before a phrase: `the monthly group`.

    Names of people and names such as NHS England take no article, nor does a section of an Act. Words that
    are no noun phrase are returned as they are.
    """
    if not fits_a_sentence(phrase):
        return phrase
    first, *rest = phrase.partition(",")[0].split() or [""]
    is_name = first.lower() in NAMES and (
        "'s " in phrase or all(word[:1].isupper() or word[:1] == "(" for word in rest)
    )
    if is_name or first == "section" or NAME_WITH_ITS_PLACE.fullmatch(phrase):
        return phrase
    return with_determiner(phrase, "the" if takes_the(phrase) else "")


def with_determiner(phrase: str, determiner: str) -> str:
    """Return the phrase with its own determiner in small letters, or else with this one."""
    first, *rest = phrase.split() or [""]
    in_a_name = bool(rest) and first[:1].isupper() and rest[0][:1].isupper() and rest[0][1:2].islower()
    if first.lower() in ARTICLES or (first.lower() in DETERMINERS and not in_a_name):
        return phrase[:1].lower() + phrase[1:]
    return f"{determiner} {phrase}" if determiner else phrase


def choose_article(phrase: str) -> str:
    """Choose an article by the sound that a phrase begins with. Abbreviations are read letter by letter."""
    for beginning, choice in SOUNDS:
        if beginning.match(phrase):
            return choice
    word = re.split(r"[\s-]", phrase, maxsplit=1)[0]
    if is_spelt_out(word):
        return "an" if word[0] in SPELT_WITH_VOWEL_SOUND else "a"
    return "an" if word[:1].lower() in "aeiou" else "a"


def is_spelt_out(word: str) -> bool:
    """Tell whether a word is read letter by letter, as `NHS` is."""
    capitals = sum(letter.isupper() for letter in word)
    if word in READ_AS_WORDS:
        return False
    return word.isupper() or (len(word) <= 3 and capitals >= 2)


def lower_first(text: str, names: str = "") -> str:
    """Make the first letter small for use inside a sentence. Names and abbreviations keep their capital.

    So do the words of `names`, such as the Wirral of NHS Wirral CCG.
    """
    first, *rest = text.split() or [""]
    if is_proper(first, names):
        return text
    following = [word for word in rest if word != "&"][:1]
    is_name = bool(following) and following[0][:1].isupper()
    if first == "I" or is_name or first[1:] != first[1:].lower():
        return text
    return text[:1].lower() + text[1:]


def is_proper(word: str, names: str = "") -> bool:
    """Tell whether a word, or its part before a hyphen, is a proper noun or stands in `names`."""
    bare = PART_OF_A_WORD.split(word, maxsplit=1)[0]
    return bare.lower() in PROPER_WORDS or bare in names.split()


def name_method(method: str, names: str = "") -> str:
    """Write a way of asking people within a sentence: `a postal survey`, `social media`."""
    words = method.strip().rstrip(".").rstrip()
    said, last = lower_first(words, names), words.lower().rpartition(" ")[2]
    return said if last in UNCOUNTED else with_article(said)
