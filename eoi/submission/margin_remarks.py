"""Remarks that readers made in the margin of a draft, kept until somebody has dealt with them."""

from __future__ import annotations

from eoi.submission.choices import FLAG
from eoi.submission.dates import DATE
from eoi.submission.kinds import TEXT
from eoi.submission.part import Part, ask, ask_several


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
