"""The environment for a CCG's own templates. It counts their work, and stops them if they do too much.

Jinja lets an environment see each call, filter and operator, but not loops, lists and parts of texts. So code
that counts these is compiled into each template, in the way that Jinja provides for.
"""

# ruff: noqa: N802  # Jinja calls methods of these names

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from markupsafe import Markup

from eoi.document.templating.growth import (
    MOST_PIECES,
    OPERATORS,
    spend_on_filling_in,
    spend_on_formatting,
    spend_on_joining,
    spend_on_replacing,
)
from eoi.document.templating.limits import CONTAINERS, OUTPUT, PLAIN, STEP, TemplateBudget, TemplateTooCostly
from eoi.document.templating.sandbox import Sandbox

CANNOT_BE_READ = "this is not a template: it goes too deep, or has a number that is too long"

# The variables of the block and the loop around a call. Jinja passes them with every call, and they were
# counted when they were made.
HANDED_ON = frozenset({"_block_vars", "_loop_vars"})


class Counting(CodeGenerator):
    """A compiler of templates that adds code to count loops and the values they make."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        node.body.insert(0, nodes.ExprStmt(count_node("step")).set_lineno(node.lineno))
        if node.test is not None:
            node.test = nodes.And(count_node("step"), node.test)
        super().visit_For(node, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:
        self.count_taken(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        self.count_taken(super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:
        if node.ctx == "load":
            self.count_taken(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        if isinstance(node.arg, nodes.Slice):
            self.count_taken(super().visit_Getitem, node, frame)
        else:
            super().visit_Getitem(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        node.nodes = [count_node("printable", one) for one in node.nodes]
        super().visit_Concat(node, frame)

    def count_taken(self, visit: Callable[[Any, Frame], None], node: nodes.Expr, frame: Frame) -> None:
        self.write("environment.count_taken(")
        visit(node, frame)
        self.write(")")


def count_node(name: str, *values: nodes.Expr) -> nodes.Call:
    """Return the node of a call to a counting function, for compiling into a template."""
    return nodes.Call(nodes.EnvironmentAttribute(name), list(values), [], None, None)


class MeasuredSandbox(Sandbox):
    """A sandbox for a CCG's own templates, which counts their work."""

    code_generator_class = Counting
    intercepted_binops = frozenset(OPERATORS)

    def __init__(self, **options: Any) -> None:
        super().__init__(finalize=self.printable, **options)
        self.begin()

    def begin(self) -> None:
        """Begin a document with the whole budget."""
        self.budget = TemplateBudget()

    def measure_filters(self) -> None:
        """Measure all filters that the environment has at this time."""
        for name, function in self.filters.items():
            self.filters[name] = measure_filter(self, name, function)

    def step(self) -> bool:
        """Count one step of a loop; always return True."""
        return True

    def count_taken(self, value: Any) -> Any:
        return self.budget.take(value)

    def printable(self, value: Any) -> Any:
        """Return the value to print.

        One of the project's own values becomes a text, so that its length is known.
        """
        self.budget.spend(OUTPUT + self.budget.weight(value, printed=True))
        if isinstance(value, (str, *PLAIN, *CONTAINERS)):
            return value
        text = Markup(value.__html__()) if hasattr(value, "__html__") else str(value)
        self.budget.spend(len(text))
        return text

    def concat(self, pieces: Iterable[str]) -> str:
        """Join a page piece by piece. A budget that runs out is then reported at the line that causes it."""
        if isinstance(pieces, list):
            self.budget.spend(sum(map(len, pieces)))
        return "".join(map(self.note_piece, pieces))

    def note_piece(self, piece: str) -> str:
        self.budget.note(len(piece))
        return piece

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> Any:
        return self.budget.take(OPERATORS[operator](self.budget, left, right))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        given = {name: value for name, value in kwargs.items() if name not in HANDED_ON}
        __self.budget.spend(STEP + sum(map(__self.budget.weight, [*args, *given.values()])))
        args = __self.bound_arguments(__obj, args, given)
        return __self.budget.take(super().call(__context, __obj, *args, **kwargs))

    def bound_arguments(self, method: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
        """Return the arguments of a call. For a method of a text, first spend the size of its result."""
        inner = getattr(method, "__wrapped__", None)
        text = getattr(method, "__self__", getattr(inner, "__self__", None))
        if isinstance(text, str):
            match getattr(method, "__name__", ""), args:
                case "join", (items,):
                    return (spend_on_joining(self.budget, items, text),)
                case "replace", (old, new, *_):
                    spend_on_replacing(self.budget, text, old, new)
                case "format", _:
                    spend_on_formatting(self.budget, text, [*args, *kwargs.values()])
        return args

    def compile(self, source: Any, name: Any = None, filename: Any = None, *more: Any, **options: Any) -> Any:
        """Compile a template. If Python cannot compile its code, report a mistake in the template."""
        try:
            return super().compile(source, name, filename, *more, **options)
        except TemplateSyntaxError:
            raise
        except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
            raise TemplateSyntaxError(CANNOT_BE_READ, 1, name, filename) from None


def measure_filter(env: MeasuredSandbox, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a filter so that its input and its output are counted.

    Jinja hands some filters its context as their first argument, which is not counted.
    """
    first = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def call_filter(*args: Any, **kwargs: Any) -> Any:
        budget, values = env.budget, [*args[first:], *kwargs.values()]
        budget.spend(STEP + sum(budget.weight(value, printed=name == "string") for value in values))
        args = (*args[:first], *bound_filter(budget, name, args[first:], kwargs))
        return budget.take(function(*args, **kwargs))

    return call_filter


def bound_filter(
    budget: TemplateBudget, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Any, ...]:
    """Return the arguments of a filter, after spending the size of its result or refusing it."""
    match name, args:
        case "join", (items, *others):
            return (spend_on_joining(budget, items, kwargs.get("d", others[0] if others else "")), *others)
        case "replace", (text, *others):
            old = others[0] if others else kwargs.get("old")
            spend_on_replacing(budget, str(text), old, others[1] if len(others) > 1 else kwargs.get("new"))
        case "format", (text, *others):
            spend_on_filling_in(budget, str(text), kwargs or tuple(others))
        case "sum", (_, *others):
            if not isinstance(kwargs.get("start", others[1] if len(others) > 1 else 0), int | float):
                raise SecurityError("only numbers have a sum")
        case (("batch" | "slice" | "round"), (_, *others)):
            numbers = (one for one in [*others, *kwargs.values()] if isinstance(one, int))
            if any(abs(number) > MOST_PIECES for number in numbers):
                raise TemplateTooCostly
    return args
