"""The setting of a document, where a CCG's house style asks for its own."""

from __future__ import annotations

from eoi.submission.choices import yes_or_no
from eoi.submission.part import Part, ask

NUMBERED = yes_or_no("on, numbered", "off, none, unnumbered")


class Layout(Part):
    """The setting of the pages."""

    paragraph_numbers = ask(NUMBERED, "Are paragraphs numbered: yes or no?", default=True)
