"""Submissions the tests share, and the short way from one to its documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from eoi.checklist import Checklist
from eoi.document.blocks import Block, Document, Heading
from eoi.document.render import make_paper, render_expression_of_interest, render_submission_checklist
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_footnotes, list_own_inlines, walk_blocks
from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.writers import find_writer
from tests.kept import kept
from tests.readers import AS_TYPED, READERS, normalised

ROOT = Path(__file__).parents[1]
EXAMPLES = tuple(sorted((ROOT / "examples").glob("*.yaml")))
FORMS = ("influence", "joint", "delegated")
COMPLETE = ROOT / "tests" / "golden" / "documents" / "complete.yaml"


def skeleton(form: str = "joint", more: str = "") -> str:
    """The least that is a submission: a round, a form and one name; `more` is YAML to go with it."""
    return f"round: 2014\nform: {form}\napplicants:\n  - name: NHS Somewhere CCG\n{more}"


# Many of all that can be drawn.
MANY = skeleton(
    more="scope:\n  functions:\n"
    + "".join(f"    - {{function: 'Function number {n}', in_scope: yes, lead: ccg}}\n" for n in range(70))
    + "resources:\n  posts:\n"
    + "".join(f"    - {{role: 'Post number {n}', cost: £{n}k}}\n" for n in range(70))
    + "timescales:\n"
    + "".join(f"    - {{milestone: 'Milestone number {n}', date: 20{15 + n % 30}}}\n" for n in range(70))
    + "engagement:\n  members:\n    ballots:\n"
    + "".join(f"      - {{ccg: 'CCG number {n}', for: {n + 2}, against: 1}}\n" for n in range(40))
)

# All that is known of them is drawn, so that their picture takes the place of a table in every format.
MILESTONES = "timescales:\n" + "".join(f"  - {{milestone: Step {n}, date: 20{15 + n}}}\n" for n in range(4))


@kept
def examined(source: str | bytes, name: str = "ccg.yaml") -> ExaminedSubmission:
    outcome = examine(source.encode() if isinstance(source, str) else source, name)
    assert isinstance(outcome, ExaminedSubmission), outcome.findings
    return outcome


def checklist(source: str | bytes) -> Checklist:
    return examined(source).checklist


@kept
def interest(source: str | bytes, *, final: bool = False) -> Document:
    return render_expression_of_interest(examined(source), final)


@kept
def interest_in(format_: str, source: str | bytes, *, final: bool = False) -> bytes:
    """The expression of interest as a file of a format."""
    return find_writer(format_).write(interest(source, final=final))


@kept
def interest_read_in(format_: str, source: str | bytes) -> str:
    """The expression of interest as a reader of a format reads it."""
    return normalised(READERS[format_](interest_in(format_, source)))


@kept
def paper(name: str, source: str | bytes, *, final: bool = False) -> Document:
    return make_paper(name, examined(source), final)


@kept
def checklist_document(source: str | bytes, *, final: bool = False) -> Document:
    return render_submission_checklist(examined(source), final)


@cache
def example(name: str) -> bytes:
    return (ROOT / "examples" / f"{name}.yaml").read_bytes()


def lines_of(blocks: tuple[Block, ...]) -> list[str]:
    """Each heading, paragraph and caption as a person would type it, in reading order, then the footnotes."""
    lines = [list_own_inlines(block) for block in walk_blocks(blocks)] + [
        note.children for note in list_footnotes(blocks)
    ]
    return [words.translate(AS_TYPED) for line in lines if (words := read_plain_words(line))]


def words_of(document: Document) -> str:
    return "\n".join(lines_of(document.blocks))


def section(document: Document, anchor: str) -> tuple[Block, ...]:
    """The blocks under one heading, up to the next of its level or a higher one."""
    found: list[Block] = []
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            if level and block.level <= level:
                break
            level = level or (block.level if block.anchor == anchor else 0)
        if level:
            found.append(block)
    assert found, f"there is no heading #{anchor}"
    return tuple(found)
