"""What is wrong with a CCG's own template: in which file, at which line, and in which words to say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from eoi.document.blocks import Document
from eoi.document.subset import SubsetError
from eoi.document.templates import Templates
from eoi.document.tracing import Origin
from eoi.document.wording import sentence

ELEMENTS_HELP = "docs/templates.md lists the elements that a template may write."
NAMES_HELP = "docs/templates.md lists the names that a template may use."


class TemplateProblem(Exception):
    """`origin` is missing where no line can be held to account."""

    def __init__(self, message: str, origin: Origin | None, help: str = "") -> None:
        super().__init__(sentence(message))
        self.origin, self.help = origin, help


def made_with(templates: Templates, make: Callable[[Templates], Document]) -> Document:
    """What `make` makes; whatever a template of the CCG's own does wrong is a `TemplateProblem`."""
    if templates.own is None:
        return make(templates)
    try:
        return make(templates)
    except SubsetError as outside:
        origin = traced_origin(templates, make, str(outside))
        raise TemplateProblem(str(outside), origin, help=ELEMENTS_HELP) from None
    except Exception as broken:
        # Templates can raise anything that an expression can; what has no line in one is a defect of ours.
        origin = origin_of(broken)
        if origin is None:
            raise
        help = NAMES_HELP if isinstance(broken, UndefinedError) else ""
        raise TemplateProblem(in_words(broken), origin, help) from None


def traced_origin(
    templates: Templates, make: Callable[[Templates], Document], complaint: str
) -> Origin | None:
    """Made again with marks, only to see where it fails: no mark can change what anybody reads."""
    try:
        make(Templates(templates.own, traced=True))
    except SubsetError as outside:
        return outside.origin if str(outside) == complaint else None
    except Exception:
        return None
    return None


def origin_of(broken: Exception) -> Origin | None:
    if isinstance(broken, TemplateSyntaxError):
        return Origin(broken.filename or broken.name or "", broken.lineno)
    return next(reversed(list(template_lines(broken.__traceback__))), None)


def template_lines(trace: TracebackType | None) -> Iterator[Origin]:
    """Jinja writes the lines of templates into tracebacks, and marks them so."""
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            yield Origin(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next


def in_words(broken: Exception) -> str:
    match broken:
        case TemplateNotFound(name=name):
            return f"there is no template `{name}`"
        case TemplateSyntaxError(message=message):
            return message or "this is not a template"
        case RecursionError():
            return "this calls itself without end"
    return str(broken) or type(broken).__name__
