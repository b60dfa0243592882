"""The fields that the public edition of a document withholds, with the reasons."""

from __future__ import annotations

from eoi.submission.kinds import TEXT
from eoi.submission.part import Part, ask, require


class Redaction(Part):
    """A field that is blacked out for the public. Each needs a reason and an exemption."""

    path = require(TEXT, "The field to black out, such as resources.posts[Project manager].cost")
    exemption = ask(TEXT, "The exemption of the Freedom of Information Act, such as section 43(2)")
    reason = ask(TEXT, "Why the public interest is in withholding it")
