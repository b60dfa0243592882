"""The templates of a document: those of the program, and a CCG's own, which come first."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Templates(NamedTuple):
    """The templates to use. A file in the folder `own` replaces the shipped file of the same name.

    With `traced`, every tag is marked with its line in the template.
    """

    own: Path | None = None
    traced: bool = False


SHIPPED = Templates()
