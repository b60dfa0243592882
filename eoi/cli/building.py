"""What `eoi build` does with one file, and all that is left of it afterwards."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from eoi.cli.account import Account, account, summary
from eoi.cli.batch import Trouble, died
from eoi.cli.chosen_formats import NOTHING_LACKING, Formats, Lacking
from eoi.cli.delivery import delivered
from eoi.cli.drafting import Drafted, drafted, finals_on_disk
from eoi.cli.files import read_submission
from eoi.cli.inspect import LEAST
from eoi.cli.refusing import Refusal, not_final, unreadable
from eoi.cli.staleness import CURRENT, FINE, found_on_disk
from eoi.document.templates import Templates
from eoi.examination import Examined, Unreadable, examine
from eoi.final import obstacles
from eoi.reports import Style
from eoi.reports.excerpt import printable, spelt_out
from eoi.source.text import INVISIBLE


@dataclass(frozen=True, slots=True)
class View:
    """Where what is said will be seen; with `each`, there is room for a line about every document."""

    width: int
    colour: bool
    each: bool


@dataclass(frozen=True, slots=True)
class Built:
    """`shown` is for standard output, `told` for standard error; what is `lacking` is told once for all."""

    code: int = 0
    shown: str = ""
    told: tuple[str, ...] = ()
    lacking: Lacking = NOTHING_LACKING
    account: Account | None = None
    on_disk: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Building:
    folder: Path
    formats: Formats
    templates: Templates
    final: bool
    force: bool
    check: bool
    view: View
    troubles: tuple[Trouble, ...] = ()

    def __call__(self, file: Path) -> Built:
        examined = examine(read_submission(file), name_in_text(file))
        if isinstance(examined, Unreadable):
            return refused(unreadable(str(file), examined.source, examined.findings, self.style))
        if self.final and any(open_ := obstacles(examined)):
            return refused(not_final(str(file), examined.source, open_, self.style))
        made = self.drafted(examined, file, self.final)
        return self.compared(file, examined, made) if self.check else self.written(file, examined, made)

    @property
    def style(self) -> Style:
        return Style(self.view.width, self.view.colour)

    def drafted(self, examined: Examined, file: Path, final: bool) -> Drafted:
        return drafted(examined, file.stem, self.folder, self.formats, final, self.templates)

    def compared(self, file: Path, examined: Examined, made: Drafted) -> Built:
        """Finals that lie beside the drafts go out of date with them."""
        found = found_on_disk(made.drafts)
        if not self.final and (finals := finals_on_disk(file.stem, self.folder, self.formats)):
            found += self.finals_compared(file, examined, finals)
        shown = "".join(f"{word:9}{detail}\n" for word, detail in found if word != CURRENT)
        words = tuple(word for word, _ in found)
        code = int(any(word not in FINE for word in words))
        troubles = made.troubles + self.troubles
        return Built(code, shown, on_disk=words, lacking=self.formats.lacking, troubles=troubles)

    def finals_compared(self, file: Path, examined: Examined, finals: list[Path]) -> list[tuple[str, str]]:
        if any(obstacles(examined)):
            return [("stale", f"{path} (no final can be built now)") for path in finals]
        made = self.drafted(examined, file, final=True)
        return found_on_disk([draft for draft in made.drafts if draft.output.path in finals])

    def written(self, file: Path, examined: Examined, made: Drafted) -> Built:
        told = tuple(delivered(made.drafts, self.force, self.view.each))
        sums = account(examined, made)
        troubles = made.troubles + self.troubles
        return Built(
            told=(*told, summary(str(file), sums)),
            account=sums,
            lacking=self.formats.lacking,
            troubles=troubles,
        )

    @property
    def may_kill(self) -> bool:
        return self.formats.has_outside

    def rest(self, file: Path, code: int) -> Building | None:
        """The other formats."""
        left = self.formats.inside
        if not left.names:
            return None
        return replace(self, formats=left, troubles=(died(f"the PDF of {file}", code),))

    def prepare(self) -> None:
        """The templates are loaded; no format is written, since its library may not outlive a fork."""
        examined = examine(LEAST, "")
        assert isinstance(examined, Examined)
        none = Formats((), named=False)
        drafted(examined, "", self.folder, none, self.final, self.templates)


def refused(refusal: Refusal) -> Built:
    return Built(1, refusal.shown, refusal.told)


def name_in_text(file: Path) -> str:
    """Names of files can hold bytes and controls that no document may hold."""
    return INVISIBLE.sub(spelt_out, printable(os.fsencode(file.name).decode(errors="replace")))
