"""The voice of the sentences in templates: "we", or the CCG in the third person.

A document should not change its voice from one sentence to the next. So the templates use the voice that the
file states, or else that of the officer's own text.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.document.content.names_of_applicants import call_applicants
from eoi.document.remembering import remember_last
from eoi.frozen_value import FrozenValue
from eoi.submission import MARKDOWN
from eoi.submission.model import Submission
from eoi.submission.part import Part

WE = ("we", "our", "us", "ours")
THE_CCG = ("the ccg ", "the ccgs ", "the ccg's ", "the ccg’s ")
ENOUGH = 3  # how many times "we" or "our" has to occur, since a single one proves nothing


class Speaker(FrozenValue):
    """The name for the applicants in sentences, and whether verbs after it are plural."""

    name: str
    its: str
    is_plural: bool

    def verb(self, singular: str, plural: str) -> str:
        """Return the form that fits the name: `has` for the CCG, `have` for several CCGs and for "we"."""
        return plural if self.is_plural else singular

    @property
    def is_we(self) -> bool:
        return self.name == "we"


@remember_last
def choose_speaker(submission: Submission) -> Speaker:
    """Return the name for the applicants: as the file states, or else as its text has it.

    Each paper asks several times, and the whole text is read for the answer.
    """
    several = len(submission.applicants) > 1
    if (submission.voice or find_voice_of_text(submission)) == "we":
        return Speaker("we", "our", is_plural=True)
    return Speaker(call_applicants(submission), "their" if several else "its", several)


def find_voice_of_text(submission: Submission) -> str:
    """Return the voice of the officer's own text: `we` or `the CCG`."""
    text = "\n".join(list_prose_texts(submission)).lower()
    words = text.split()
    first_person = sum(map(words.count, WE))
    is_we = first_person >= ENOUGH and first_person > sum(map(text.count, THE_CCG))
    return "we" if is_we else "the CCG"


def list_prose_texts(part: Part) -> Iterator[str]:
    """Yield the texts of a part that are prose, at any depth."""
    for name, value in part.given.items():
        is_prose = part.fields[name].kind is MARKDOWN
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from list_prose_texts(one)
            elif is_prose and isinstance(one, str):
                yield one
