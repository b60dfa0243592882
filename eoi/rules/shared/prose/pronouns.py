"""Sentences that begin with `it` or `they`, and the sentence before them that names whom they mean."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.rules.shared.prose import Sentence, flatten, split_sentences
from eoi.submission.ccg_names import names_another

# A sentence that follows another begins with the space between the two.
PRONOUNS = ("it ", "its ", "they ", "their ", " it ", " its ", " they ", " their ")
# A limit, so that a text full of such sentences is not read once for each of them.
FARTHEST = 600


def speaks_of_another_ccg(sentence: Sentence, names: Sequence[frozenset[str]]) -> bool:
    """Tell whether a sentence names a CCG with none of these names, or means one by `it` or `they`."""
    if names_another(sentence.text, names):
        return True
    return sentence.flat.startswith(PRONOUNS) and names_another(find_sentence_before(sentence), names)


def find_sentence_before(sentence: Sentence) -> str:
    """Return the nearest sentence before one that begins with no pronoun, or an empty text."""
    text = sentence.written.text[max(sentence.start - FARTHEST, 0) : sentence.start]
    for start, end in reversed(list(split_sentences(text))):
        if not flatten(text[start:end]).startswith(PRONOUNS):
            return text[start:end]
    return ""
