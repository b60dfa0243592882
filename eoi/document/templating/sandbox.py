"""Limits on what a template may use: values, and nothing that acts.

A CCG's own templates may come from somebody else. They must not be able to read another file, run a program
or ask for the time. A document that is built twice must come out the same.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from jinja2 import StrictUndefined
from jinja2.environment import TemplateModule
from jinja2.runtime import TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from eoi.document.templating.growth import UNOFFERED_FILTERS, UNOFFERED_METHODS
from eoi.plain_words import find_nearest_word
from eoi.submission.part import Part

# The names that a template asks for can come from a file, so their number has no limit.
MOST_VERDICTS = 4096


class Sandbox(ImmutableSandboxedEnvironment):
    """A template environment in which nothing can act and an unknown name is an error."""

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=UnknownName, autoescape=True, **options)
        # These give a different text each time.
        del self.globals["lipsum"], self.filters["random"]
        for name in UNOFFERED_FILTERS:
            del self.filters[name]
        self.verdicts: dict[tuple[type, str], bool] = {}

    def begin(self) -> None:
        """Begin a document. A subclass that counts work resets its count here."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may use an attribute.

        The answer depends only on the type and the name, so it is kept.
        """
        asked = (type(obj), attr)
        verdict = self.verdicts.get(asked)
        if verdict is None:
            if len(self.verdicts) >= MOST_VERDICTS:
                self.verdicts.clear()
            verdict = self.verdicts[asked] = self.is_safe_to_reach(obj, attr, value)
        return verdict

    def is_safe_to_reach(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may use a name.

        It may use a part's fields and details, but no attributes of the program.
        """
        if isinstance(obj, Part) and hasattr(Part, attr):
            return False
        if isinstance(obj, date) and attr in ("today", "now", "utcnow"):
            return False
        if isinstance(obj, bytes) or (isinstance(obj, str | int) and attr in UNOFFERED_METHODS):
            return False
        return super().is_safe_attribute(obj, attr, value)


class UnknownName(StrictUndefined):
    """A name that does not exist. It stops the build, with a message for authors of templates."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        match self._undefined_obj:
            case TemplateModule(__name__=template):
                return f"there is no macro `{name}` in {template}"
            case TemplateReference():
                return f"there is no block `{name}` in the template of this section"
            case nothing if nothing is missing:
                return f"there is no name `{name}` here"
            case Part():
                near = find_nearest_word(str(name), self._undefined_obj.fields)
                hint = f"; did you mean `{near}`?" if near else ""
                return f"there is no field `{name}` here{hint}"
        return super()._undefined_message
