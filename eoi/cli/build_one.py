"""The build of one file for `eoi build`, which keeps only the values for the summary."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cli.check_one import LEAST
from eoi.document.templating.template_sources import Templates
from eoi.drafts.formats import NOTHING_LACKING, Formats, MissingFormats
from eoi.drafts.messages import (
    BuildRefusal,
    BuildSums,
    make_build_sums,
    refuse_final,
    refuse_public,
    refuse_unreadable,
    write_summary_line,
)
from eoi.drafts.paper_names import find_finals_on_disk
from eoi.drafts.places import CURRENT, FINE, compare_with_disk, deliver
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.files import read_input
from eoi.final import find_obstacles
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.papers import PUBLIC
from eoi.pipeline import examine
from eoi.processes.apart import call_beside, can_call_beside
from eoi.processes.failures import FileFailure, make_failure_of_process
from eoi.reports import Style
from eoi.reports.lines import make_printable, write_code
from eoi.rules import find_problems, load_catalogue
from eoi.rules.case import Case
from eoi.source.decoding import INVISIBLE

if TYPE_CHECKING:
    from eoi.drafts.papers import DraftedDocuments
    from eoi.organisation.rule_preferences import BuildSettings
    from eoi.revisions.earlier import EarlierVersion


class OutputView(FrozenValue):
    """The look of messages. With `each`, there is a line for every document."""

    width: int
    colour: bool
    each: bool


class BuildResult(FrozenValue):
    """The result of a build: `shown` is for standard output, `told` for standard error.

    `lacking` is reported once for all files.
    """

    code: int = 0
    shown: str = ""
    told: tuple[str, ...] = ()
    lacking: MissingFormats = NOTHING_LACKING
    account: BuildSums | None = None
    on_disk: tuple[str, ...] = ()
    failures: tuple[FileFailure, ...] = ()


class BuildWork(FrozenValue):
    """The work of building every file, with the formats, templates and folder of the call."""

    folder: Path
    formats: Formats
    templates: Templates
    papers: tuple[str, ...]
    final: bool
    force: bool
    check: bool
    view: OutputView
    failures: tuple[FileFailure, ...] = ()
    settings: BuildSettings | None = None
    earlier: EarlierVersion | None = None
    public: bool = False
    is_only_file: bool = False

    def __call__(self, file: Path) -> BuildResult:
        find = self.find_beside if self.is_only_file and can_call_beside() else find_problems
        if self.settings is None:
            return self.build(file, examine(read_input(file), write_file_name(file), find=find))
        with self.settings.load_for(file) as preferences:
            examined = examine(read_input(file), write_file_name(file), wanted=preferences, find=find)
            return self.build(file, self.settings.set_voice(examined))

    def find_beside(self, case: Case) -> list[Finding]:
        """Ask the rules on another core, and import meanwhile what makes documents, which takes as long."""
        return call_beside(lambda: list(find_problems(case)), self.load)

    def load(self) -> None:
        """Import the modules that render the papers and write them."""
        from eoi.drafts.papers import load_papers

        load_papers(self.papers, self.templates)
        self.formats.load()

    def build(self, file: Path, examined: ExaminedSubmission | UnreadableFile) -> BuildResult:
        if isinstance(examined, UnreadableFile):
            return refuse(refuse_unreadable(str(file), examined.source, examined.findings, self.style))
        if (self.public or PUBLIC in self.papers) and (lost := find_lost_redactions(examined)):
            return refuse(refuse_public(str(file), lost))
        if self.final and any(open_ := find_obstacles(examined)):
            return refuse(refuse_final(str(file), examined.source, open_, self.style))
        made = self.draft(examined, file, self.final)
        return self.compare(file, examined, made) if self.check else self.write(file, examined, made)

    @property
    def style(self) -> Style:
        return Style(self.view.width, self.view.colour)

    def draft(self, examined: ExaminedSubmission, file: Path, final: bool) -> DraftedDocuments:
        from eoi.drafts.papers import Edition, draft_documents  # late, as below: find_beside says why
        from eoi.drafts.template_mistakes import report_template_mistakes

        own, edition = self.templates, Edition(self.papers, final, self.public, self.earlier)
        with report_template_mistakes(own, self.view.width):
            return draft_documents(examined, file.stem, self.folder, self.formats, own, edition)

    def compare(self, file: Path, examined: ExaminedSubmission, made: DraftedDocuments) -> BuildResult:
        """Compare with the documents on disk. If there are finals beside the drafts, compare those too."""
        found = compare_with_disk(made.drafts)
        if not (self.final or self.earlier) and (
            finals := find_finals_on_disk(
                file.stem, self.folder, self.formats.endings, self.papers, self.public
            )
        ):
            found += self.compare_finals(file, examined, finals)
        shown = "".join(f"{word:9}{detail}\n" for word, detail in found if word != CURRENT)
        words = tuple(word for word, _ in found)
        code = int(any(word not in FINE for word in words))
        failures = made.failures + self.failures
        return BuildResult(code, shown, on_disk=words, lacking=self.formats.lacking, failures=failures)

    def compare_finals(
        self, file: Path, examined: ExaminedSubmission, finals: list[Path]
    ) -> list[tuple[str, str]]:
        if any(find_obstacles(examined)):
            return [("stale", f"{path} (no final can be built now)") for path in finals]
        made = self.draft(examined, file, final=True)
        return compare_with_disk([draft for draft in made.drafts if draft.output.path in finals])

    def write(self, file: Path, examined: ExaminedSubmission, made: DraftedDocuments) -> BuildResult:
        told = tuple(deliver(made.drafts, self.force, self.view.each))
        sums = make_build_sums(examined, made)
        failures = made.failures + self.failures
        return BuildResult(
            told=(*told, write_summary_line(str(file), sums)),
            account=sums,
            lacking=self.formats.lacking,
            failures=failures,
        )

    @property
    def may_kill(self) -> bool:
        return self.formats.has_external

    def rest(self, file: Path, code: int) -> BuildWork | None:
        """Return the same work without the formats that another program writes, or None if none is left."""
        left = self.formats.only_internal
        if not left.names:
            return None
        return self.replace(formats=left, failures=(make_failure_of_process(f"the PDF of {file}", code),))

    def prepare(self) -> None:
        """Load the templates.

        No format is written, since its library may not work after a fork.
        """
        from eoi.drafts.papers import Edition, draft_documents  # late, as above
        from eoi.drafts.template_mistakes import report_template_mistakes

        load_catalogue()
        examined = examine(LEAST, "")
        assert isinstance(examined, ExaminedSubmission)
        none, edition = Formats((), named=False), Edition(self.papers, self.final)
        with report_template_mistakes(self.templates, self.view.width):
            draft_documents(examined, "", self.folder, none, self.templates, edition)


def find_lost_redactions(examined: ExaminedSubmission) -> list[str]:
    """Return the redactions that name nothing in the file."""
    from eoi.document.black_out import list_redactions_without_place  # late: few calls withhold anything

    return list_redactions_without_place(examined.submission)


def refuse(refusal: BuildRefusal) -> BuildResult:
    """Return the result for a file that is not built."""
    return BuildResult(1, refusal.shown, refusal.told)


def write_file_name(file: Path) -> str:
    """Return the name of a file for use in a document, with control characters and odd bytes spelt out."""
    name = make_printable(os.fsencode(file.name).decode(errors="replace"))
    return name if name.isprintable() else INVISIBLE.sub(write_code, name)
