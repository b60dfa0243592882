"""The command `eoi build`.

Each file is rendered in memory and then written, so a failed file leaves nothing behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun
from eoi.cli.batch import WORTH_A_FOOT, WORTH_SHARING, Batch
from eoi.cli.build_one import BuildResult, BuildWork, OutputView
from eoi.cli.terminal import choose_width, flush, is_watched, put, tell, wants_colour
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.drafts.formats import choose_formats
from eoi.drafts.messages import NOTHING, write_summary_line
from eoi.drafts.paper_names import choose_papers, fold_name, name_files_of_papers
from eoi.drafts.places import write_staleness_line
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.files import read_input
from eoi.files.input_files import find_submission_files
from eoi.frozen_value import FrozenValue
from eoi.papers import PUBLIC
from eoi.pipeline import examine
from eoi.plain_words import count_noun
from eoi.processes import READER_GONE, StopSignal

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration
    from eoi.organisation.rule_preferences import BuildSettings
    from eoi.revisions.earlier import EarlierVersion

WITHHELD = (
    "--changes-since shows what an earlier version said, which the public edition may withhold; "
    "build the public edition without it"
)


class BuildOptions(FrozenValue):
    """The options of a call, as typed."""

    folder: Path
    formats: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    final: bool = False
    public: bool = False
    force: bool = False
    check: bool = False
    templates: Path | None = None
    letterhead: Path | None = None
    jobs: int | None = None
    changes_since: Path | None = None
    configuration: Configuration | None = None


def build_files(paths: Sequence[Path], options: BuildOptions) -> int:
    """Build the files, and return 0 if all were built, or 1 if a file fell short.

    Raise `CannotRun` if nothing can be built.
    """
    if options.check and options.force:
        raise CannotRun("--check writes nothing, so there is nothing to --force; choose one of them")
    formats = choose_formats(options.formats, options.letterhead)
    settings = read_build_settings(options.configuration)
    inputs = find_submission_files(paths, "built", settings.left_out if settings else None)
    files = list(inputs.files)
    refuse_equal_names(files)
    earlier = read_earlier(options.changes_since, files, settings) if options.changes_since else None
    own = read_templates(options.templates)
    papers = choose_papers(options.papers, options.templates, options.public)
    if earlier and (options.public or PUBLIC in papers):
        raise CannotRun(WITHHELD)
    refuse_to_replace_inputs(files, options, formats.endings, papers)
    view = OutputView(choose_width(), wants_colour("auto"), is_watched() and len(files) < WORTH_A_FOOT)
    work = BuildWork(options.folder, formats, own, papers, options.final, options.force, options.check, view)
    if options.public:
        work = work.replace(public=True)
    if len(files) == 1:
        work = work.replace(is_only_file=True)
    if settings:
        work = work.replace(settings=settings)
    if earlier:
        work = work.replace(earlier=earlier)
    batch, sums = Batch[BuildResult](files, inputs.failures), BuildTotals()
    with batch.results(work, options.jobs, WORTH_SHARING["build"]) as results:
        for built in results:
            batch.worse(built.code)
            formats.add_missing_styles(built.lacking.styles)
            sums.take(built)
        for line in formats.describe_letterhead():
            tell(line)
        sums.tell()
    return batch.code


def read_templates(folder: Path | None) -> Templates:
    """Return the templates to use: those of the program, with those of a folder in their place."""
    if folder is None:
        return SHIPPED
    from eoi.drafts.own_templates import choose_templates  # late: few calls have templates of their own

    return choose_templates(folder, tell)


def read_earlier(path: Path, files: Sequence[Path], settings: BuildSettings | None) -> EarlierVersion:
    """Read the version that `--changes-since` names, or raise `CannotRun` if that is impossible."""
    from eoi.revisions.earlier import EarlierVersion  # late: most calls have no earlier version

    if len(files) != 1:
        raise CannotRun(
            "--changes-since compares one file with its earlier version; build the files one by one"
        )
    examined = examine_with_settings(path, settings)
    if isinstance(examined, UnreadableFile):
        line = examined.findings[0].span.start.line
        raise CannotRun(f"{path} cannot be read (line {line}), so nothing is compared; eoi check says why")
    return EarlierVersion(examined)


def examine_with_settings(path: Path, settings: BuildSettings | None) -> ExaminedSubmission | UnreadableFile:
    """Examine an earlier version with the rules and the voice of the version that is built."""
    if settings is None:
        return examine(read_input(path), path.name)
    with settings.load_for(path) as preferences:
        return settings.set_voice(examine(read_input(path), path.name, wanted=preferences))


def read_build_settings(configuration: Configuration | None) -> BuildSettings | None:
    """Return the part of the configuration that applies to building, or None without a configuration."""
    if configuration is None:
        return None
    from eoi.organisation.rule_preferences import BuildSettings  # late: most calls have no configuration

    return BuildSettings.of(configuration)


class BuildTotals:
    """The messages while files are built, and the totals of all files."""

    def __init__(self) -> None:
        self.account = NOTHING
        self.on_disk: Counter[str] = Counter()
        self.told_once: set[str] = set()

    def take(self, built: BuildResult) -> None:
        put_if_anybody_reads(built.shown)
        for line in built.lacking.formats:
            if line not in self.told_once:
                self.told_once.add(line)
                tell(line)
        for line in built.told:
            tell(line)
        self.account = self.account.plus(built.account or NOTHING)
        self.on_disk.update(built.on_disk)

    def tell(self) -> None:
        files = self.account.found.files
        if self.on_disk:
            tell(write_staleness_line(self.on_disk))
        elif files > 1:
            tell(write_summary_line(count_noun(files, "file", "files") + " in all", self.account))


def put_if_anybody_reads(text: str) -> None:
    """Print text, and continue if the reader of the output has gone.

    Documents are written even if nobody reads the findings.
    """
    try:
        put(text)
        if text:
            flush()
    except StopSignal as stop:
        if stop.code != READER_GONE:
            raise


def refuse_equal_names(files: Sequence[Path]) -> None:
    """Refuse two files with the same name, since one would overwrite the other's documents.

    Capitals do not count.
    """
    seen: dict[str, Path] = {}
    for file in files:
        first = seen.setdefault(fold_name(file.stem), file)
        if first is not file:
            raise CannotRun(f"{first} and {file} would be written under the same name; build them one by one")


def refuse_to_replace_inputs(
    files: Sequence[Path], options: BuildOptions, endings: Iterable[str], papers: Sequence[str]
) -> None:
    """Refuse to write over an input file or the letterhead, even with `--force`."""
    others = (options.letterhead, options.changes_since)
    folder, inputs = resolve_path(options.folder), [*files, *filter(None, others)]
    near = {whole: file for file in inputs if (whole := resolve_path(file)).parent == folder}
    for file in files if near else ():
        for stem, ending in product(list_document_names(file, options, papers), endings):
            if same := near.get(folder / f"{stem}.{ending}"):
                raise CannotRun(f"{same} is to be read and would be written over; choose another --output")


def list_document_names(file: Path, options: BuildOptions, papers: Sequence[str]) -> list[str]:
    """Return the names of the documents of a file, without their endings."""
    return name_files_of_papers(
        file.stem, options.final, papers, options.changes_since is not None, options.public
    )


def resolve_path(path: Path) -> Path:
    """Return a path with all links resolved, or as it is if the working folder is gone."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path
