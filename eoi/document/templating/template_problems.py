"""The mistakes in a CCG's own templates in words, with their file and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from eoi.document.blocks import Document
from eoi.document.subset.elements import Origin, SubsetError
from eoi.document.templating.own_files import UnfitFiles
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.document.words.wording import sentence

ELEMENTS_HELP = "docs/templates.md lists the elements that a template may write."
NAMES_HELP = "docs/templates.md lists the names that a template may use."


class TemplateProblem(Exception):
    """An error for a mistake in a template; `origin` is None if no line of it is known to cause it."""

    def __init__(self, message: str, origin: Origin | None, help: str = "") -> None:
        super().__init__(sentence(message))
        self.origin, self.help = origin, help


def make_with_templates(templates: Templates, make: Callable[[Templates], Document]) -> Document:
    """Return the document that `make` returns.

    A mistake in a CCG's own template raises `TemplateProblem`.
    """
    if templates.own is None:
        return make(templates)
    try:
        return make(templates)
    except UnfitFiles as unfit:
        raise TemplateProblem(f"the file {unfit}", find_origin_of_error(unfit, templates.own)) from None
    except SubsetError as outside:
        origin = trace_origin(templates, make, str(outside))
        if is_our_mistake(origin, templates.own, make):
            raise
        raise TemplateProblem(str(outside), origin, help=ELEMENTS_HELP) from None
    except Exception as broken:
        # Expressions in templates can raise any error. An error without a line of a template is a defect of
        # eoi.
        origin = find_origin_of_error(broken, templates.own)
        if origin is None or is_our_mistake(origin, templates.own, make):
            raise
        raise TemplateProblem(
            describe_template_error(broken), origin, write_help_for_mistake(broken, origin, templates.own)
        ) from None


def write_help_for_mistake(broken: Exception, origin: Origin, own: Path) -> str:
    """Return advice on a mistake in a template."""
    if not Path(origin.file).is_relative_to(own):
        return (
            f"This template came with eoi. One in {own} takes the place of what it needs, or leaves it out."
        )
    return NAMES_HELP if isinstance(broken, UndefinedError) else ""


def is_our_mistake(origin: Origin | None, own: Path, make: Callable[[Templates], Document]) -> bool:
    """Tell whether the document cannot be made with the shipped templates alone either."""
    if origin is not None and Path(origin.file).is_relative_to(own):
        return False
    try:
        make(SHIPPED)
    except Exception:
        return True
    return False


def trace_origin(
    templates: Templates, make: Callable[[Templates], Document], complaint: str
) -> Origin | None:
    """Make the document again with marks, and return the place of the mistake; None if it is not found.

    Marks are only used here, so they change no document.
    """
    try:
        make(Templates(templates.own, traced=True))
    except SubsetError as outside:
        return outside.origin if str(outside) == complaint else None
    except Exception:
        return None
    return None


def find_origin_of_error(broken: Exception, own: Path) -> Origin | None:
    """Return the innermost line of a CCG's own template in the traceback of an error.

    If there is none, return the innermost line of a shipped template, or None.
    """
    if isinstance(broken, TemplateSyntaxError):
        return Origin(broken.filename or broken.name or "", broken.lineno)
    lines = list(reversed(list(list_template_lines(broken.__traceback__))))
    if isinstance(broken, RecursionError):
        # The innermost line depends on the depth of the stack. The line that calls again is there most often.
        lines.sort(key=Counter(lines).__getitem__, reverse=True)
    return next((line for line in lines if Path(line.file).is_relative_to(own)), next(iter(lines), None))


def list_template_lines(trace: TracebackType | None) -> Iterator[Origin]:
    """Yield the lines of templates in a traceback, which Jinja marks."""
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            yield Origin(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next


def describe_template_error(broken: Exception) -> str:
    """Describe the mistake in a template in plain words."""
    match broken:
        case TemplateNotFound(name=name):
            return f"there is no template `{name}`"
        case TemplateSyntaxError(message=message):
            return message or "this is not a template"
        case RecursionError():
            return "this calls itself without end"
    return str(broken) or type(broken).__name__
