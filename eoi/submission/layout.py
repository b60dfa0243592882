"""The voice and the layout of a document, for a CCG whose house style asks for its own."""

from __future__ import annotations

from typing import Literal

from eoi.submission.choices import Choice, choice, choose_yes_or_no
from eoi.submission.part import Part, ask

Voice = Literal["we", "the CCG"]
VOICE: Choice[Voice] = Choice(
    {"we": "we", "the CCG": "the CCG"},
    {"we": "us, our, first person", "the CCG": "CCG, it, they, the CCGs, third person"},
)
TextSize = Literal["11", "12"]
TEXT_SIZE: Choice[TextSize] = choice(
    TextSize, **{"11": "11pt, 11 pt, 11 points, small", "12": "12pt, 12 pt, 12 points, large"}
)
NUMBERED = choose_yes_or_no("on, numbered", "off, none, unnumbered")


class Layout(Part):
    """The setting of the pages."""

    paragraph_numbers = ask(NUMBERED, "Are paragraphs numbered: yes or no?", default=True)
    text_size = ask(TEXT_SIZE, "How large is the text, in points: 11 or 12?", default="11")
