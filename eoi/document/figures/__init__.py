"""The pictures of a submission. Each is a module of this folder and a template of the same name.

The function `draw` of a module takes a submission and its round, and returns as many drawings as needed: none
if there is nothing to draw, several if one would not fit a page. It draws for a page and for a telephone. The
function `count` returns how many things would be shown, and of how many. A document has a picture only if
enough of them are stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from eoi.document.blocks import Picture
from eoi.document.drawing.shapes import PAGE, TELEPHONE, Drawing, Sheet
from eoi.document.subset.elements import Origin, SubsetError
from eoi.document.subset.typography import set_marks
from eoi.document.templating.environment import environment, load_template
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.frozen_value import FrozenValue
from eoi.modules import list_modules
from eoi.rounds.model import Round
from eoi.submission.model import Submission
from eoi.xml_text import replace_illegal

# The elements of a picture that hold words. Elsewhere a quotation mark is part of the code.
WORDS = re.compile(r"(<(?:text|tspan|title|desc)\b[^<>]*>)([^<>]+)")
FEWEST = 4


def is_worth_drawing(stated: int, of: int) -> bool:
    """Tell whether enough is stated for a picture: at least four things, and three fifths of all.

    A sentence or a table shows a few figures as quickly.
    """
    return stated >= FEWEST and 5 * stated >= 3 * of


class Artist(Protocol):
    """A module that draws one kind of picture."""

    @staticmethod
    def draw(submission: Submission, round_: Round, sheet: Sheet = PAGE) -> Sequence[Drawing]: ...

    @staticmethod
    def count(submission: Submission, round_: Round) -> tuple[int, int]: ...


class Drawn(FrozenValue):
    """A picture with its name, as a template places it."""

    name: str
    shows: Drawing

    @property
    def anchor(self) -> str:
        return f"figure-{self.name}"


class Figures:
    """The pictures that the templates of one document ask for, kept for its converter.

    Templates cannot use the attributes whose names begin with an underscore.
    """

    def __init__(self, submission: Submission, round_: Round, templates: Templates = SHIPPED) -> None:
        self._submission, self._round, self._templates = submission, round_, templates
        self._drawn: dict[str, tuple[Drawn, ...]] = {}
        self.pictures: dict[str, Picture] = {}

    def draw(self, name: str) -> tuple[Drawn, ...]:
        """Draw a picture, and return its parts.

        There is mostly one part, and none if there is too little to draw.
        """
        if name not in self._drawn:
            self._drawn[name] = tuple(self._parts(name))
        return self._drawn[name]

    def _parts(self, name: str) -> Iterator[Drawn]:
        if not is_worth_drawing(*load_artist(name).count(self._submission, self._round)):
            return
        wide, narrow = (
            load_artist(name).draw(self._submission, self._round, one) for one in (PAGE, TELEPHONE)
        )
        for number, drawing in enumerate(wide, 1):
            part = Drawn(f"{name}-{number}" if number > 1 else name, drawing)
            small = self._picture(name, narrow[number - 1], TELEPHONE) if len(narrow) == len(wide) else None
            self.pictures[part.name] = self._picture(name, drawing, PAGE, small)
            yield part

    def _picture(self, name: str, drawing: Drawing, sheet: Sheet, small: Picture | None = None) -> Picture:
        return Picture(write_svg(name, drawing, self._templates, sheet), sheet.width, drawing.height, small)


@cache
def list_picture_names() -> tuple[str, ...]:
    """Return the names of the pictures that can be drawn."""
    return tuple(list_modules(__path__))


def load_artist(name: str) -> Artist:
    """Return the module that draws a picture; raise `ValueError` if there is none."""
    if name not in list_picture_names():
        raise ValueError(f"there is no picture '{name}', only {', '.join(list_picture_names())}")
    return cast("Artist", import_module(f"{__name__}.{name}"))


def write_svg(name: str, drawing: Drawing, templates: Templates = SHIPPED, sheet: Sheet = PAGE) -> str:
    """Render a drawing as an SVG file."""
    context = {"picture": drawing, "width": sheet.width}
    page = load_template("figures", f"{name}.svg", templates).render(context)
    text = curl_words(replace_illegal(page))
    if templates.own is not None:
        refuse_unfit_picture(name, text, templates)
    return text


def curl_words(picture: str) -> str:
    """Make the quotation marks in the words of a picture curly, as in the text around it."""
    return WORDS.sub(lambda found: found[1] + set_marks(unescape_marks(found[2])), picture)


def unescape_marks(words: str) -> str:
    """Return words with their escaped quotation marks as characters."""
    return words.replace("&#39;", "'").replace("&#34;", '"')


def refuse_unfit_picture(name: str, text: str, templates: Templates) -> None:
    """Refuse a picture that programs cannot show, or that makes Word refuse the document.

    Only a CCG's own templates can draw such a picture.
    """
    # Imported late, since most builds have no templates of their own.
    from eoi.foreign_svg import UnfitSvg, refuse_undrawable_svg

    try:
        refuse_undrawable_svg(text.encode())
    except UnfitSvg as problem:
        file = environment("figures", templates).get_template(f"{name}.svg").filename
        outside = SubsetError(f"the picture figures/{name}.svg {problem}")
        raise outside.at(Origin(str(file), 1)) from None
