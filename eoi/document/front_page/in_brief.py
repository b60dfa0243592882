"""The proposal in a few numbered sentences, each from fields of the file."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.document.front_page.votes_of_members import MOST_NAMED, describe_votes, join_sentences
from eoi.document.words.articles import lower_first, with_the
from eoi.document.words.noun_phrases import fits_a_sentence
from eoi.document.words.voice import choose_speaker
from eoi.document.words.wording import in_words
from eoi.plain_words import capital, join_items
from eoi.submission.approvals import approves, is_board_of, name_boards, opposes, supports
from eoi.submission.assurance import Support
from eoi.submission.governance import Group
from eoi.submission.model import Submission

# What a body can have done with the proposal, in the order of the sentences.
VERBS = ("approved", "supported", "considered", "opposed")


def summarise_proposal(submission: Submission) -> Iterator[str]:
    """Yield how the proposal would be run, who supports it, and what it asks for."""
    yield from filter(
        None,
        (write_how_it_is_run(submission), write_who_supports_it(submission), write_what_it_takes(submission)),
    )


def write_how_it_is_run(submission: Submission, work: str = "it") -> str:
    """Write which groups would oversee the `work`, and which decisions stay with a board."""
    groups = [group for group in submission.groups if group.name]
    fit = all(fits_a_sentence(group.name) for group in groups)
    names = [f"{with_the(group.name or '')}{say_time_of_meetings(group)}" for group in groups if fit]
    return join_sentences(
        write_group_sentence(names, len(groups), work), write_reserved_decisions(submission)
    )


def say_time_of_meetings(group: Group) -> str:
    """Write in brackets how often a group meets, if the file says so in a few words."""
    return f" ({lower_first(group.meets)})" if group.meets and fits_a_sentence(group.meets) else ""


def write_group_sentence(names: list[str], number: int, work: str) -> str:
    """Write which groups would oversee the `work`, or how many; return an empty text for none.

    `names` is empty if the names fit no sentence.
    """
    if not number:
        return ""
    if number == 1 and names:
        return f"{capital(names[0])} would oversee {work}."
    groups = capital(in_words(number, "group"))
    named = f": {join_items(names)}" if names and number <= MOST_NAMED else ""
    return f"{groups} would oversee {work}{named}."


def write_reserved_decisions(submission: Submission) -> str:
    """Write which decisions stay with which bodies.

    The decisions are named if they are few and all stay with one body. The text is empty if a body has no
    name that fits.
    """
    governance = submission.governance
    kept = [one for one in governance.reserved_decisions if one.decision] if governance else []
    bodies = list(dict.fromkeys(one.body for one in kept))
    if not kept or len(bodies) > MOST_NAMED or not all(map(fits_a_sentence, bodies)):
        return ""
    stay = "stays" if len(kept) == 1 else "stay"
    names = [lower_first((one.decision or "").rstrip(". ")) for one in kept]
    fit = len(bodies) == 1 and len(kept) <= MOST_NAMED and all(map(fits_a_sentence, names))
    who = join_bodies([with_the(body or "") for body in bodies])
    which = f": {join_items(names)}" if fit else ""
    return f"{capital(in_words(len(kept), 'decision'))} {stay} with {who}{which}."


def write_who_supports_it(submission: Submission) -> str:
    """Write which Boards approved the proposal, which bodies considered it, and the views of the public."""
    boards = write_boards_sentence(submission)
    bodies = write_bodies_sentence(submission, "other bodies" if boards else "bodies")
    return join_sentences(boards, describe_votes(submission), bodies, write_public_sentence(submission))


def write_boards_sentence(submission: Submission) -> str:
    """Write that the Boards of all of several CCGs approved what was submitted.

    In a draft, the decision asked for names the Boards that have approved.
    """
    applicants, handed_in = submission.applicants, submission.submitted
    dates = [one.board_approved for one in applicants if one.board_approved]
    if len(applicants) == 1 or len(dates) < len(applicants) or not handed_in or submission.status == "draft":
        return ""
    if any(when.first > handed_in.last for when in dates):
        return ""
    boards = name_boards(submission)
    every = f"Both {boards}" if len(dates) == 2 else f"All {in_words(len(dates), boards, boards)}"
    on = f" {dates[0].dated}" if len(set(dates)) == 1 else ""
    return f"{every} approved it{on}."


def is_told_as_approval(support: Support, submission: Submission) -> bool:
    """Tell whether a body is the Board of one of several CCGs that says when it approved.

    The Boards are named together then. One that sets conditions is named among the bodies.
    """
    applicants = submission.applicants
    return (
        len(applicants) > 1
        and not support.conditions
        and any(one.board_approved and is_board_of(support, one, alone=False) for one in applicants)
    )


def write_bodies_sentence(submission: Submission, kind: str) -> str:
    """Write which bodies approved, supported, considered or opposed it, and how many set conditions.

    `kind` is the noun for many of them.
    """
    bodies = [
        one
        for one in submission.support
        if one.body and (one.has_answered or not one.date) and not is_told_as_approval(one, submission)
    ]
    by_verb: dict[str, list[Support]] = {verb: [] for verb in VERBS}
    for one in bodies:
        by_verb[choose_verb(one)].append(one)
    those = [(verb, found) for verb, found in by_verb.items() if found]
    return join_sentences(
        *(
            write_what_bodies_did(found, verb, "other bodies" if number else kind)
            for number, (verb, found) in enumerate(those)
        )
    )


def choose_verb(body: Support) -> str:
    """Return what a body did with the proposal, if it says so in so many words."""
    if opposes(body):
        return "opposed"
    return "approved" if approves(body) else "supported" if supports(body) else "considered"


def write_what_bodies_did(bodies: list[Support], verb: str, kind: str) -> str:
    """Write what some bodies did with the proposal, by name or by number."""
    names = [f"{with_the(one.body or '')}{f' ({one.date.within})' if one.date else ''}" for one in bodies]
    fit = all(fits_a_sentence(one.body) for one in bodies)
    if len(bodies) == 1 and fit:
        set_by_it = len(bodies[0].conditions)
        also = f" and set {'a condition' if set_by_it == 1 else 'conditions'}" if set_by_it else ""
        return f"{capital(names[0])} {verb} it{also}."
    named = fit and len(bodies) <= MOST_NAMED
    who = join_bodies(names) if named else in_words(len(bodies), "body", kind)
    conditions = sum(bool(one.conditions) for one in bodies)
    also = f"; {count_of_them(conditions, len(bodies))} set conditions" if conditions else ""
    return f"{capital(who)} {verb} it{also}."


def join_bodies(names: list[str]) -> str:
    """Join names of bodies. Two have no semicolon between them, whatever words they hold."""
    return " and ".join(names) if len(names) == 2 else join_items(names)


def count_of_them(number: int, of_all: int) -> str:
    """Write how many of two or more are meant: `both`, `all of them`, `two of them`."""
    if number == of_all:
        return "both" if number == 2 else "all of them"
    return in_words(number, "of them", "of them")


def write_public_sentence(submission: Submission) -> str:
    """Write the shares of the public in favour and against; return an empty text without a survey."""
    public = submission.engagement.public if submission.engagement else None
    views = public.views if public else None
    if not views:
        return ""
    sides = ((views.in_favour, "in favour"), (views.against, "against"), (views.unsure, "unsure"))
    given = [(share, side) for share, side in sides if share]
    shares = [f"{share} {'were ' if at == 0 else ''}{side}" for at, (share, side) in enumerate(given)]
    return f"Of the public who replied, {join_items(shares)}." if shares else ""


def write_what_it_takes(submission: Submission) -> str:
    """Write the posts and the money requested; return an empty text if the file lists no post."""
    resources = submission.resources
    posts = resources.real_posts if resources else ()
    if not resources or not posts:
        return ""
    speaks = choose_speaker(submission)
    asks = f"{capital(speaks.name)} {speaks.verb('asks', 'ask')}"
    cost = f", at {resources.total} in all" if resources.total else ""
    return f"{asks} for {in_words(len(posts), 'post')}{cost}."
