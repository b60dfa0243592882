"""Files that LibreOffice makes for tests: all of a kind in one run, since to start it takes longest.

    LETTER = OfficeWork("letter.docx", "pdf", lambda: write_letter(letterhead()))
    pages = page_texts(LETTER.result(tmp_path_factory))

Modules say what they need when they are imported. The first test that asks for a result has all work for the
modules of this run done, for all processes that share the tests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.once import once
from tests.programs import office_all_saved
from tests.samples import EXAMPLES, interest_in

BATH = EXAMPLES[0]
TO_DO = defaultdict[str, dict[str, Callable[[], bytes]]](dict)


class OfficeWork:
    """A file to convert. Its name is used by no other; `make` returns its bytes when its turn comes."""

    def __init__(self, name: str, target: str, make: Callable[[], bytes]) -> None:
        self.name, self.target = name, target
        TO_DO[target][name] = make

    def result(self, factory: pytest.TempPathFactory) -> Path:
        """Return the file that LibreOffice has made."""
        folder = once(factory, f"office-work-{self.target}", partial(do_all, self.target))
        return (folder / "saved" / self.name).with_suffix(f".{self.target}")


def do_all(target: str, folder: Path) -> None:
    office_all_saved({name: make() for name, make in TO_DO[target].items()}, folder, target)


def printed_submission(path: Path, format_: str, final: bool) -> OfficeWork:
    """Ask for the expression of interest of a submission as LibreOffice prints it; several tests may."""
    version = "final" if final else "draft"
    return OfficeWork(
        f"{path.stem}-{version}-{format_}.{format_}",
        "pdf",
        lambda: interest_in(format_, path.read_bytes(), final=final),
    )
