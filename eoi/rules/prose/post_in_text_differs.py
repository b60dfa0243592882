"""The need, duration, band and working time of posts, in long texts and in the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.prose.funding_in_text_differs import find_payer
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_certain, is_denied, is_of_another_time
from eoi.rules.shared.prose.no_requests import find_no_money, find_no_posts
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.resources import Post

LASTING = Expression(
    r"\b(?:permanent(?:ly)?|open-ended|no end date|indefinite(?:ly)?|recurrent(?:ly)?|carr(?:y|"
    r"ies) on (?:beyond|after)|continues? (?:beyond|after)|"
    r"beyond (?:march|april|20\d\d)|long-term|for good|year after year)\b",
    words="permanent|open-ended|end date|definite|recurrent|carr|continue|beyond|long-term|for good|year",
)
ENDING = Expression(
    r"\b(?:temporary|temporarily|fixed[- ]term|non-?recurrent(?:ly)?|one-off|(?:not|"
    r"never) (?:be )?(?:permanent|recurrent)|"
    r"(?:for|last\w*) (?:one|a single|two|three|1|2|3|twelve|12|six|6|eighteen|18) (?:years?|months) only|"
    r"(?:appointed|employed|hired|recruited|taken on|in post|paid|funded|lasts?|contracts?|run) "
    r"(?:only )?for (?:only )?(?:one|a single|two|three|1|2|3|twelve|12|six|6|eighteen|18) (?:years?|months)|"
    r"comes? to an end|(?:ends?|finish(?:es)?|until|till) (?:in |on |the end of |early |late )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|"
    r"short-term|secondment)\b",
    words="temporar|fixed|recurrent|one-off|permanent|year|months|end|finish|until|till|short-term|secondment",
)
BAND = Expression(r"\bbands? (?P<band>\d[a-d]?)\b")
HALF_OR_FULL = Expression(r"\b(?P<part>half|part|full|whole)[ -]time\b(?! equiv)")
OTHER_POST = Expression(
    r"\b(?:support(?:s|ed|ing)?|help\w*|assist\w*|reports?|reporting|answers? to|manage[sd]|managing|leads?|"
    r"led|work(?:s|ing)? (?:with|for|to|alongside)|posts?|officers?|analysts?|administrators?|directors?|"
    r"accountants?|secretar\w+|nurses?|colleagues?|somebody|someone|replac\w+|and an?|than)\b"
)
POSTS = WordList("post|posts|appointment|appointments|role|roles|job|jobs|staff|recruit|recruits")


def check(case: Case) -> Iterator[Problem]:
    resources = case.submission.resources
    posts: list[tuple[Path, Post]] = [
        (("resources", "posts", index), post)
        for index, post in enumerate(resources.posts if resources else ())
        if not post.is_sum
    ]
    yield from judge_money(case, posts)
    named = [(path, post, words) for path, post in posts if (words := reduce_to_words(post.role or ""))]
    for sentence in (
        case.prose.find_sentences(
            "post", "staff", "appointment", "role", "job", "band ", *{role for _, _, role in named}
        )
        if posts
        else ()
    ):
        yield from judge_need(sentence, posts)
        meant = [(path, post) for path, post, role in named if role in sentence.flat]
        meant = meant or find_by_last_word(sentence, posts)
        yield from (found for found in judge(sentence, meant, posts) if is_certain(sentence))


def judge_money(case: Case, posts: Sequence[tuple[Path, Post]]) -> Iterator[Problem]:
    """Report a text by which no money is asked for, where the posts have a cost and others would pay it."""
    costly = next(((path, post.cost) for path, post in posts if post.cost and post.cost.amount), None)
    if costly is None:
        return
    for sentence in case.prose.find_sentences(
        "money", "funding", "funds", "resources", " neutral", "cost-neutral"
    ):
        found = find_no_money(sentence)
        if found and not is_paid_by_applicants(case, sentence.flat.replace(found[0], " ")):
            yield report_contradiction(
                sentence,
                f"This says that no money is asked for. In the list of posts one costs {costly[1]}.",
                (*costly[0], "cost"),
                at=found.span(),
            )


def is_paid_by_applicants(case: Case, rest: str) -> bool:
    """Tell whether the applicants pay for the posts, or whether the rest of a sentence names who does."""
    resources = case.submission.resources
    funding = resources.funding if resources else None
    return find_payer((funding or "").lower()) == "ourselves" or bool(find_payer(rest))


def judge(
    sentence: Sentence, meant: Sequence[tuple[Path, Post]], posts: Sequence[tuple[Path, Post]]
) -> Iterator[Problem]:
    """Report what a sentence says of the posts that it means, or of all posts if it means none."""
    if meant or POSTS.is_in(sentence.flat):
        yield from judge_term(sentence, meant or posts)
    if len(meant) == 1:
        yield from judge_band(sentence, *meant[0])
        yield from judge_time(sentence, *meant[0])


def judge_need(sentence: Sentence, posts: Sequence[tuple[Path, Post]]) -> Iterator[Problem]:
    """Report a text by which no posts are asked for, where the fields list some."""
    found = find_no_posts(sentence.flat)
    if found and is_certain(sentence) and not is_of_another_time(sentence.flat):
        count = "one" if len(posts) == 1 else str(len(posts))
        yield report_contradiction(
            sentence,
            f"This says that no posts are asked for. The list of posts has {count}.",
            posts[0][0],
            at=found.span(),
        )


def find_by_last_word(sentence: Sentence, posts: Sequence[tuple[Path, Post]]) -> list[tuple[Path, Post]]:
    """Return the post whose role ends in a word of the sentence, in a list, if it is the only one.

    In the part on posts, `the lead` is the primary care lead.
    """
    if sentence.written.path[0] != "resources":
        return []
    words = set(reduce_to_words(sentence.flat).split())
    meant = [
        (path, post) for path, post in posts if post.role and reduce_to_words(post.role).split()[-1] in words
    ]
    return meant if len(meant) == 1 else []


def judge_time(sentence: Sentence, path: Path, post: Post) -> Iterator[Problem]:
    """Report a text that calls a post half time or full time where its whole-time equivalent differs.

    A post above 1 is for several people, who may have any working time.
    """
    match = HALF_OR_FULL.search(sentence.flat)
    if match and post.wte and post.wte.amount <= 1 and not is_of_another_post(sentence.flat, match, post):
        is_full = match["part"] in ("full", "whole")
        if is_full is not (post.wte.amount == 1) or (match["part"] == "half" and post.wte.amount * 2 != 1):
            yield report_contradiction(
                sentence,
                f"This says {match[0]}; the whole-time equivalent of the {post.role} is {post.wte}.",
                (*path, "wte"),
                at=match.span(),
            )


def judge_term(sentence: Sentence, posts: Sequence[tuple[Path, Post]]) -> Iterator[Problem]:
    """Report a text that says that a post ends where its field says recurrent, or the reverse."""
    ends, lasts = ENDING.search(sentence.flat), LASTING.search(sentence.flat)
    match = ends or lasts
    if match and is_denied(sentence.flat, *match.span()):
        return
    path, post = posts[0]
    if match and ends and all(one.recurrent is True for _, one in posts):
        yield report_contradiction(
            sentence,
            "This says that the post ends. The field calls it recurrent.",
            (*path, "recurrent"),
            at=match.span(),
        )
    elif match and not ends and all(is_to_end(one) for _, one in posts):
        field = "recurrent" if post.recurrent is False else "end"
        yield report_contradiction(
            sentence,
            "This says that the post does not end. By its fields it does.",
            (*path, field),
            at=match.span(),
        )


def is_to_end(post: Post) -> bool:
    """Tell whether a post is paid for some time only."""
    return post.recurrent is False or (post.recurrent is None and post.end is not None)


def judge_band(sentence: Sentence, path: Path, post: Post) -> Iterator[Problem]:
    """Report a text that states another pay band for a post than its field does."""
    match = BAND.search(sentence.flat)
    if (
        match
        and post.band
        and match["band"] not in reduce_to_words(post.band).split()
        and not is_of_another_post(sentence.flat, match, post)
    ):
        yield report_contradiction(
            sentence,
            f"This says band {match['band']}; the band of the {post.role} is {post.band}.",
            (*path, "band"),
            at=match.span(),
        )


def is_of_another_post(flat: str, match: re.Match[str], post: Post) -> bool:
    """Tell whether words on pay or time are about another post.

    `A Band 4 post supports the project manager` says nothing of the band of the project manager.
    """
    role = (post.role or "").lower()
    at = flat.find(role) if role in flat else flat.find(role.split()[-1])
    end = at + len(role) if role in flat else at + len(role.split()[-1])
    between = flat[match.end() : at] if match.end() <= at else flat[end : match.start()]
    return at >= 0 and OTHER_POST.search(between) is not None


RULE = Rule(
    summary="Texts and fields agree on whether posts are asked for, and on their term, band and time",
    why="A post that ends costs NHS England once, and a permanent one every year.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("resources.posts[]",),
    fails="""
resources:
  introduction: The extra post will be permanent.
  posts:
    - {role: Project manager, cost: £43.3k, recurrent: no}
""",
    passes="""
resources:
  introduction: The extra post will not be permanent. The project manager is at band 7.
  posts:
    - {role: Project manager, band: 7, cost: £43.3k, recurrent: no}
""",
)
