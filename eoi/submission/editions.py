"""The editions of a document: how it is set, what a draft keeps in its margin, and what is withheld."""

from __future__ import annotations

from typing import Literal

from eoi.submission.choices import FLAG, Choice, choice, choose_yes_or_no
from eoi.submission.dates import DATE
from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.part import Part, ask, ask_several, require

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


class MarginReply(Part):
    """A reply to a remark."""

    by = ask(TEXT, "Who replies")
    on = ask(DATE, "On which day")
    text = ask(TEXT, "What they say")


class MarginRemark(Part):
    """A remark on a field. The next draft shows it again, but no final and no public edition does."""

    about = ask(TEXT, "The field that it is about, such as governance.groups[0].quorum")
    words = ask(TEXT, "The words of the document that it is about")
    by = ask(TEXT, "Who made it")
    on = ask(DATE, "On which day")
    text = ask(TEXT, "What it says")
    replies = ask_several(MarginReply, "What others say to it")
    resolved = ask(FLAG, "Is it dealt with?")


class KeptNote(Part):
    """Words of the document from which a file was drafted. Documents built from the file do not have them."""

    shorthand = "text"

    where = ask(TEXT, "Where they stood, such as paragraph 41")
    text = ask(MARKDOWN, "The words")


class Redaction(Part):
    """A field that is blacked out for the public. Each needs a reason and an exemption."""

    path = require(TEXT, "The field to black out, such as resources.posts[Project manager].cost")
    exemption = ask(TEXT, "The exemption of the Freedom of Information Act, such as section 43(2)")
    reason = ask(TEXT, "Why the public interest is in withholding it")
