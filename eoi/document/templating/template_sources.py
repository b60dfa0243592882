"""The templates of a document: those of the program, and a CCG's own, which come first."""

from __future__ import annotations

from pathlib import Path

from eoi.frozen_value import FrozenValue


class Templates(FrozenValue):
    """The templates to use. A file in the folder `own` replaces the shipped file of the same name.

    With `traced`, every tag is marked with its line in the template.
    """

    own: Path | None = None
    traced: bool = False


SHIPPED = Templates()
