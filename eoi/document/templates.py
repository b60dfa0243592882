"""The templates of a document: those of the program, or a CCG's own before them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Templates(NamedTuple):
    """`own` mirrors `templates/`: a file in it takes the place of the one of its name there.

    With `traced`, every tag is marked with the line of the template that it comes from.
    """

    own: Path | None = None
    traced: bool = False


SHIPPED = Templates()
