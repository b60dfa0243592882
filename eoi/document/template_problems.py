"""Word a mistake in a CCG's own template, with its file and its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from eoi.document.blocks import Document
from eoi.document.own_files import UnfitFiles
from eoi.document.subset import Origin, SubsetError
from eoi.document.templates import SHIPPED, Templates
from eoi.document.wording import sentence

ELEMENTS_HELP = "docs/templates.md lists the elements that a template may write."
NAMES_HELP = "docs/templates.md lists the names that a template may use."


class TemplateProblem(Exception):
    """A mistake in a template; `origin` is missing if no line of it is to blame."""

    def __init__(self, message: str, origin: Origin | None, help: str = "") -> None:
        super().__init__(sentence(message))
        self.origin, self.help = origin, help


def make_with_templates(templates: Templates, make: Callable[[Templates], Document]) -> Document:
    """Return the result of `make`; raise `TemplateProblem` for any mistake in a CCG's own template."""
    if templates.own is None:
        return make(templates)
    try:
        return make(templates)
    except UnfitFiles as unfit:
        raise TemplateProblem(f"the file {unfit}", origin_of_error(unfit, templates.own)) from None
    except SubsetError as outside:
        origin = trace_origin(templates, make, str(outside))
        if is_our_mistake(origin, templates.own, make):
            raise
        raise TemplateProblem(str(outside), origin, help=ELEMENTS_HELP) from None
    except Exception as broken:
        # Templates can raise anything that an expression can; what has no line in one is a defect of ours.
        origin = origin_of_error(broken, templates.own)
        if origin is None or is_our_mistake(origin, templates.own, make):
            raise
        raise TemplateProblem(
            error_in_words(broken), origin, help_for(broken, origin, templates.own)
        ) from None


def help_for(broken: Exception, origin: Origin, own: Path) -> str:
    """Advise on a mistake in a template."""
    if not Path(origin.file).is_relative_to(own):
        return (
            f"This template came with eoi. One in {own} takes the place of what it needs, or leaves it out."
        )
    return NAMES_HELP if isinstance(broken, UndefinedError) else ""


def is_our_mistake(origin: Origin | None, own: Path, make: Callable[[Templates], Document]) -> bool:
    """Tell whether the shipped templates fail by themselves, so that no other template is to blame."""
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
    """Make the document again with marks, to find the failing place. No mark can change a reader's text."""
    try:
        make(Templates(templates.own, traced=True))
    except SubsetError as outside:
        return outside.origin if str(outside) == complaint else None
    except Exception:
        return None
    return None


def origin_of_error(broken: Exception, own: Path) -> Origin | None:
    """Return the innermost line of a CCG's own template.

    An error may have none, and then it is one of ours that it leads to.
    """
    if isinstance(broken, TemplateSyntaxError):
        return Origin(broken.filename or broken.name or "", broken.lineno)
    lines = list(reversed(list(template_lines(broken.__traceback__))))
    return next((line for line in lines if Path(line.file).is_relative_to(own)), next(iter(lines), None))


def template_lines(trace: TracebackType | None) -> Iterator[Origin]:
    """Find the lines of templates in a traceback, where Jinja writes and marks them."""
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            yield Origin(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next


def error_in_words(broken: Exception) -> str:
    """Describe the mistake in a template, without the words of the library."""
    match broken:
        case TemplateNotFound(name=name):
            return f"there is no template `{name}`"
        case TemplateSyntaxError(message=message):
            return message or "this is not a template"
        case RecursionError():
            return "this calls itself without end"
    return str(broken) or type(broken).__name__
