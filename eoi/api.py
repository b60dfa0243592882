"""The functions that `import eoi` offers: check, build and read a submission, without printing or writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eoi.document.black_out import list_redactions_without_place
from eoi.document.blocks import Document
from eoi.document.render import Make, make_paper
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.final import find_obstacles
from eoi.findings import Finding, has_errors
from eoi.papers import PUBLIC, USUAL, list_papers
from eoi.pipeline import examine
from eoi.submission.model import Submission
from eoi.writers import find_writer, list_formats, pages_of_anchors, prepare, waits_for_pages

WITHHELD = "the public edition may withhold what an earlier version said: build it without changes"
Source = bytes | Path
"""The bytes of a submission, or the path of its file."""


class CannotBuild(ValueError):
    """An error for a submission that cannot be read or be final. `findings` has the reasons."""

    def __init__(self, message: str, findings: Sequence[Finding]) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a submission. `submission` is None if it could not be read."""

    findings: tuple[Finding, ...]
    submission: Submission | None

    @property
    def has_errors(self) -> bool:
        return has_errors(self.findings)


def check(source: Source, *, round: str | None = None, form: str | None = None) -> Report:
    """Check a submission, as `eoi check` does.

    `round` and `form` replace those that the submission names. Raise `OSError` if a path cannot be read.
    Mistakes in the submission itself are findings.
    """
    examined = examine(*read_source(source), round, form)
    if isinstance(examined, UnreadableFile):
        return Report(examined.every_finding, None)
    return Report(examined.findings, examined.submission)


def read(source: Source) -> Submission:
    """Read a submission, or raise `CannotBuild` with the findings if it cannot be read."""
    return examine_readable(source).submission


def build(
    source: Source,
    formats: Sequence[str] | None = None,
    *,
    document: str = "expression-of-interest",
    final: bool = False,
    templates: Path | None = None,
    changes_since: Source | None = None,
    public: bool = False,
) -> dict[str, bytes]:
    """Build a document as `eoi build` does, and return its bytes by format.

    `formats` is all formats if None. With `changes_since`, an earlier version of the submission, the changes
    are marked. With `public`, the document withholds what the file says is not for the public, as with
    `--public`. Raise `CannotBuild` for a submission that has errors or, with `final`, cannot be final yet,
    and `ValueError` for an unknown format or paper.
    """
    chosen = list_formats() if formats is None else tuple(formats)
    if unknown := [name for name in chosen if name not in list_formats()]:
        raise ValueError(f"there is no format {unknown[0]!r}; there are {', '.join(list_formats())}")
    own = Templates(templates) if templates else SHIPPED
    if document not in (papers := list_papers(templates)):
        raise ValueError(f"there is no paper {document!r}; there are {', '.join(papers)}")
    examined = examine_readable(source)
    if final and (reasons := tuple(find_obstacles(examined))):
        raise CannotBuild("the submission cannot be final yet", reasons)
    if public and document == USUAL[0]:
        document = PUBLIC  # the document for the public is a paper of its own
    if (public or document == PUBLIC) and (lost := list_redactions_without_place(examined.submission)):
        raise CannotBuild(f"redactions name nothing: {', '.join(lost)}", ())
    make = partial(make_paper, document, examined, final, public=public)
    if changes_since is not None:
        if public or document == PUBLIC:
            raise ValueError(WITHHELD)
        return write_formats(mark_since(changes_since, make, document, final)(own), chosen)
    return write_formats(make(own), chosen)


def mark_since(source: Source, make: Make, document: str, final: bool) -> Make:
    """Return a function that makes a document with the changes since an earlier version marked."""
    from eoi.revisions.earlier import EarlierVersion  # late: most calls have no earlier version

    return EarlierVersion(examine_readable(source)).marking(make, document, final)


def write_formats(tree: Document, names: Sequence[str]) -> dict[str, bytes]:
    """Return a document in each format. Formats that need page numbers are written last."""
    done = {name: find_writer(name).write(tree) for name in names if not waits_for_pages(name)}
    pages = next((pages for name in done if (pages := pages_of_anchors(name, done[name]))), {})
    done |= {name: prepare(name, tree)(pages) for name in names if name not in done}
    return {name: done[name] for name in names}


def examine_readable(source: Source) -> ExaminedSubmission:
    """Examine a submission, or raise `CannotBuild` if it cannot be read."""
    examined = examine(*read_source(source))
    if isinstance(examined, UnreadableFile):
        raise CannotBuild("the submission has errors", examined.findings)
    return examined


def read_source(source: Source) -> tuple[bytes, str]:
    """Return the bytes of a submission and its name for messages.

    Raise `TypeError` for a string, which could be a file name as well as a text.
    """
    if isinstance(source, Path):
        return source.read_bytes(), source.name
    if isinstance(source, str):
        raise TypeError(
            "a submission is bytes or a Path: write Path(name) for a file, text.encode() for a text"
        )
    return source, "submission.yaml"
