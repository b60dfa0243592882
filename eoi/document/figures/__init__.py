"""The pictures of a submission: each a module of this folder and a template of the same name.

A module has a function `draw`, from a submission and its round to as many drawings as it takes: none where
there is too little to draw, several where one would not fit a page.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from eoi.document.drawing.shapes import Drawing
from eoi.document.environment import environment
from eoi.document.pictures import Picture
from eoi.rounds.model import Round
from eoi.submission.model import Submission
from eoi.xml_text import legal


class Artist(Protocol):
    @staticmethod
    def draw(submission: Submission, round_: Round) -> Sequence[Drawing]: ...


class Drawn(NamedTuple):
    """A picture as a template places it: by name, with what it shows."""

    name: str
    shows: Drawing

    @property
    def anchor(self) -> str:
        return f"figure-{self.name}"


class Figures:
    """Draws what the templates of one document ask for, and keeps the pictures for its converter."""

    def __init__(self, submission: Submission, round_: Round) -> None:
        self.submission, self.round = submission, round_
        self.pictures: dict[str, Picture] = {}
        self.drawn: dict[str, tuple[Drawn, ...]] = {}

    def draw(self, name: str) -> tuple[Drawn, ...]:
        """The parts of a picture, most often one; none where there is too little to draw."""
        if name not in self.drawn:
            drawings = artist(name).draw(self.submission, self.round)
            parts = [
                Drawn(f"{name}-{n}" if n > 1 else name, drawing) for n, drawing in enumerate(drawings, 1)
            ]
            self.pictures |= {
                part.name: Picture(svg(name, part.shows), (part.shows.width, part.shows.height))
                for part in parts
            }
            self.drawn[name] = tuple(parts)
        return self.drawn[name]


def names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def artist(name: str) -> Artist:
    if name not in names():
        raise ValueError(f"there is no picture '{name}', only {', '.join(names())}")
    return cast("Artist", import_module(f"{__name__}.{name}"))


def svg(name: str, drawing: Drawing) -> str:
    return legal(environment("figures").get_template(f"{name}.svg").render(picture=drawing))
