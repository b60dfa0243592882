"""The whole submission, in the order in which an officer writes it, and what its editions show."""

from __future__ import annotations

from typing import Literal

from eoi.submission import MARKDOWN, TEXT
from eoi.submission.applicant import Applicant, Partnership
from eoi.submission.assurance import Decision, Evaluation, Paper, Signatory, Support, Version, Waiver
from eoi.submission.choices import FLAG, Choice, choose_yes_or_no, make_choice
from eoi.submission.dates import DATE
from eoi.submission.engagement import Engagement
from eoi.submission.governance import Governance, Group
from eoi.submission.part import Part, ask, ask_several, require
from eoi.submission.proposal import (
    Arrangement,
    Background,
    Benefits,
    CcgsInvolved,
    Milestone,
    Phase,
    Priority,
    Risk,
)
from eoi.submission.resources import Resources
from eoi.submission.scope import FORM, Scope

Voice = Literal["we", "the CCG"]
VOICE: Choice[Voice] = Choice(
    {"we": "we", "the CCG": "the CCG"},
    {"we": "us, our, first person", "the CCG": "CCG, it, they, the CCGs, third person"},
)
TextSize = Literal["11", "12"]
TEXT_SIZE: Choice[TextSize] = make_choice(
    TextSize, **{"11": "11pt, 11 pt, 11 points, small", "12": "12pt, 12 pt, 12 points, large"}
)
NUMBERED = choose_yes_or_no("on, numbered", "off, none, unnumbered")
Status = Literal["draft", "submitted", "withdrawn", "declined"]
STATUS: Choice[Status] = make_choice(
    Status,
    draft="in draft, first draft, working draft",
    submitted="sent, sent in",
    declined="rejected, refused, not approved, turned down",
)


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


class Submission(Part):
    """A whole submission."""

    round = require(TEXT, "Which invitation does this answer?")
    form = require(FORM, "Which form of co-commissioning: influence, joint or delegated?")
    status = ask(STATUS, "draft, submitted, withdrawn or declined", default="draft")
    submitted = ask(DATE, "When was it submitted?")
    versions = ask_several(
        Version, "Which versions of this document have there been, for the document control table?"
    )
    paper = ask(Paper, "Which paper of which meeting is this document, and whose is it?")
    voice = ask(VOICE, "Do our own sentences say we or the CCG?")
    governing_body_name = ask(TEXT, "What is the board of a CCG called, such as Governing Body?")
    layout = ask(Layout, "How is the document set?")
    applicants = ask_several(Applicant, "Which CCGs apply?", is_required=True)
    partnership = ask(Partnership, "What are several CCGs together?")
    summary = ask(MARKDOWN, "Who applies, for what, and with what benefits, in brief?")
    background = ask(Background, "Who is the applicant, and how is it organised?")
    ccgs_involved = ask(CcgsInvolved, "Which CCGs are involved, and why these?")
    benefits = ask(Benefits, "What good will it do?")
    priorities = ask_several(Priority, "Which priorities of the plan would it help to deliver?")
    scope = ask(Scope, "Which functions are in scope?")
    risks = ask_several(Risk, "What could go wrong, and what is done about it?", may_be_none=True)
    resources = ask(Resources, "What capacity and money are asked for?")
    arrangement = ask(Arrangement, "What kind of co-commissioning is proposed?")
    timescales = ask_several(Milestone, "When will it happen?")
    governance = ask(Governance, "Who decides, and how are conflicts of interest managed?")
    engagement = ask(Engagement, "Who was asked, and what did they say?")
    evaluation = ask_several(Evaluation, "How will you know that it works?")
    support = ask_several(Support, "Which bodies support the proposal?", may_be_none=True)
    signatories = ask_several(Signatory, "Who signs?")
    decision = ask(Decision, "What became of the submission?")
    waivers = ask_several(Waiver, "Which gaps are left open on purpose, and why?")
    remarks = ask_several(MarginRemark, "What did readers of a draft remark in its margin?")
    notes = ask_several(
        KeptNote, "Which words of an earlier document are still to be put into a field, or deleted?"
    )
    redactions = ask_several(Redaction, "What is blacked out for the public, and why?")

    @property
    def co_applicants(self) -> tuple[Applicant, ...]:
        """The applicants after the first; none if a CCG applies alone."""
        return self.applicants[1:]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that would oversee the work; none if the file has no governance section."""
        return self.governance.groups if self.governance else ()

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of the arrangement; none if the file describes no arrangement."""
        return self.arrangement.phases if self.arrangement else ()

    @property
    def ended(self) -> str:
        """`withdrawn` or `declined`, after which nothing is left to complete; otherwise an empty text."""
        words = (self.status, self.decision.outcome if self.decision else None)
        return next((word for word in words if word in ("withdrawn", "declined")), "")
