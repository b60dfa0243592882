"""`eoi build`: each file is rendered in memory and then written, so a failed one leaves nothing behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unicodedata import normalize

from eoi.cli.account import NOTHING, summary
from eoi.cli.batch import WORTH_A_FOOT, Batch
from eoi.cli.building import Building, Built, View
from eoi.cli.chosen_formats import chosen_formats
from eoi.cli.drafting import stems
from eoi.cli.inputs import submissions_in
from eoi.cli.own_templates import chosen_templates
from eoi.cli.problems import CannotRun
from eoi.cli.staleness import staleness
from eoi.cli.stopping import READER_GONE, Stopped
from eoi.cli.terminal import colour_wanted, flush, is_watched, put, tell, width
from eoi.reports.totals import counted

WORTH_SHARING = 4  # files; what fewer take is less than what it costs to start the workers


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one call, as typed."""

    folder: Path
    formats: tuple[str, ...] = ()
    final: bool = False
    force: bool = False
    check: bool = False
    templates: Path | None = None
    letterhead: Path | None = None
    jobs: int | None = None


def build_files(paths: Sequence[Path], wanted: Wanted) -> int:
    """0 where all was built, 1 where a file fell short; raises `CannotRun` where nothing can be."""
    if wanted.check and wanted.force:
        raise CannotRun("--check writes nothing, so there is nothing to --force; choose one of them")
    formats = chosen_formats(wanted.formats, wanted.letterhead)
    inputs = submissions_in(paths, "built")
    files = list(inputs.files)
    refuse_equal_names(files)
    refuse_to_replace_inputs(files, wanted, formats.endings)
    view = View(width(), colour_wanted("auto"), is_watched() and len(files) < WORTH_A_FOOT)
    own = chosen_templates(wanted.templates)
    work = Building(wanted.folder, formats, own, wanted.final, wanted.force, wanted.check, view)
    batch, sums = Batch[Built](files, inputs.troubles), Sums()
    with batch.results(work, wanted.jobs, WORTH_SHARING) as results:
        for built in results:
            batch.worse(built.code)
            formats.add_missing_styles(built.lacking.styles)
            sums.take(built)
        formats.tell_missing_styles()
        sums.tell()
    return batch.code


class Sums:
    """What is said as the files are built, and what it all came to."""

    def __init__(self) -> None:
        self.account = NOTHING
        self.on_disk = Counter[str]()
        self.told_once: set[str] = set()

    def take(self, built: Built) -> None:
        put_if_anybody_reads(built.shown)
        for line in built.lacking.formats:
            if line not in self.told_once:
                self.told_once.add(line)
                tell(line)
        for line in built.told:
            tell(line)
        self.account += built.account or NOTHING
        self.on_disk.update(built.on_disk)

    def tell(self) -> None:
        files = self.account.found.files
        if self.on_disk:
            tell(staleness(self.on_disk))
        elif files > 1:
            tell(summary(counted(files, "file", "files") + " in all", self.account))


def put_if_anybody_reads(text: str) -> None:
    """The documents are what matters: they are written even where whoever read the findings has gone."""
    try:
        put(text)
        if text:
            flush()
    except Stopped as stop:
        if stop.code != READER_GONE:
            raise


def refuse_equal_names(files: Sequence[Path]) -> None:
    """Two files of one name would overwrite each other's documents; on some systems, so do capitals."""
    seen: dict[str, Path] = {}
    for file in files:
        first = seen.setdefault(normalize("NFC", file.stem).casefold(), file)
        if first is not file:
            raise CannotRun(f"{first} and {file} would be written under the same name; build them one by one")


def refuse_to_replace_inputs(files: Sequence[Path], wanted: Wanted, endings: Iterable[str]) -> None:
    """A letterhead may lie among the documents, and be one of them; `--force` means others."""
    folder, inputs = whole_path(wanted.folder), [*files, wanted.letterhead] if wanted.letterhead else files
    near = {whole: file for file in inputs if (whole := whole_path(file)).parent == folder}
    for file in files if near else ():
        for stem, ending in product(stems(file.stem, wanted.final), endings):
            if same := near.get(folder / f"{stem}.{ending}"):
                raise CannotRun(f"{same} is to be read and would be written over; choose another --output")


def whole_path(path: Path) -> Path:
    """Through all links; as it is where the working folder is gone."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path
