"""The published ways out of Jinja's sandbox, tried in templates of a CCG's own: none leads anywhere.

Those with a number are advisories on Jinja; the others are what collections of template injections list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jinja2 import TemplateError, TemplateNotFound

from eoi.document.templating.environment import environment, list_kinds
from tests.tables import for_each

SECRET = "what-only-the-interpreter-knows"


class Bait:
    """Shows the secret to whoever reaches more than its one field."""

    field = "plain"
    _hidden = SECRET

    def __init__(self) -> None:
        self.__dict__["_hidden"] = SECRET

    def __repr__(self) -> str:
        return "bait"


ESCAPES = {
    "classes by way of a text": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "classes by subscription": "{{ ''['__class__'] }}",
    "classes by the filter attr": "{{ ''|attr('__class__') }}",
    "classes by the filter map": "{{ ['']|map(attribute='__class__')|list }}",
    "classes by map and attr": "{{ ['']|map('attr', '__class__')|list }}",
    "classes by sorting": "{{ [x, x]|sort(attribute='__class__')|list }}",
    "classes by grouping": "{{ [x]|groupby('__class__')|list }}",
    "classes by choosing": "{{ [x]|selectattr('__class__')|list }}{{ [x]|sum(attribute='__class__') }}",
    "a name put together": "{{ ''|attr('__cla' ~ 'ss__') }}",
    "a name in hexadecimal": r"{{ ''['\x5f\x5fclass\x5f\x5f'] }}",
    "a name turned round": "{{ ''|attr('__ssalc__'|reverse|join) }}{{ x['__tcid__'[::-1]] }}",
    "globals of a constructor": "{{ x.__init__.__globals__ }}",
    "globals of cycler": "{{ cycler.__init__.__globals__.os }}",
    "globals of joiner": "{{ joiner.__init__.__globals__.os }}",
    "globals of namespace": "{{ namespace.__init__.__globals__.os }}",
    "globals of lipsum": "{{ lipsum.__globals__ }}",
    "globals of a function given to templates": "{{ dict.__base__ }}{{ call.__globals__ }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "the code of a function": "{{ call.__code__ }}{{ call.func_globals }}",
    "the template itself": "{{ self._TemplateReference__context }}",
    "the frame of a loop": "{% for i in [1] %}{{ loop._iterator }}{% endfor %}",
    "the frame of a generator": "{{ ([1]|map('string')).gi_frame.f_globals }}",
    "pickling": "{{ x.__reduce_ex__(2) }}",
    "names of a framework": "{{ config }}{{ request.application }}{{ url_for.__globals__ }}",
    "setting an attribute": "{% set n = namespace() %}{% set n.__class__ = 1 %}{{ n }}",
    "changing a value": "{{ values.append(1) }}",
    "changing a mapping": "{{ mapping.update({'a': 2}) }}",
    "CVE-2016-10745, format": "{{ '{0.__class__.__mro__}'.format(x) }}",
    "CVE-2016-10745, format of a field": "{{ '{0._hidden}'.format(x) }}",
    "CVE-2019-10906, format_map": "{{ '{x.__class__}'.format_map({'x': x}) }}",
    "CVE-2024-22195, xmlattr": "<p{{ {'a onclick=alert(1)': 'b'}|xmlattr }}>",
    "CVE-2024-34064, xmlattr": "<p{{ {'a/onclick=alert(1)': 'b'}|xmlattr }}>",
    "CVE-2024-56326, format kept for later": "{% set f = '{0.__class__}'.format %}{{ f(x) }}",
    "CVE-2024-56326, format called by a filter": "{{ [x]|map('{0.__class__}'.format)|list }}",
    "CVE-2024-56326, format called by a macro": (
        "{% macro m(f) %}{{ f(x) }}{% endmacro %}{{ m('{0._hidden}'.format) }}"
    ),
    "CVE-2025-27516, attr": "{{ ('{0.__class__}'|attr('format'))(x) }}",
    "CVE-2025-27516, attr of a field": "{{ ('{0._hidden}'|attr('format'))(x) }}",
    "a file by include": "{% include '/etc/passwd' %}",
    "a file by import": "{% import '../../pyproject.toml' as p %}{{ p }}",
    "a file by inheritance": "{% extends '../environment.py' %}",
    "a file of another kind": "{% include 'html/' ~ '../../../README.md' %}",
    "a number too large": "{{ range(10 ** 9)|list }}",
    "debugging": "{% debug %}",
    "running Python": "{% do x.run() %}",
}
REFUSALS = (TemplateError, OverflowError, ValueError)
each_kind = pytest.mark.parametrize("kind", list_kinds())


def call() -> str:
    return "called"


def outcome(kind: str, template: str) -> str:
    names: dict[str, Any] = {"x": Bait(), "call": call, "values": [], "mapping": {"a": 1}}
    return environment(kind).from_string(template).render(names)


@for_each(tuple(product(list_kinds(), ESCAPES)))
def test_a_published_way_out_leads_nowhere(case: tuple[str, str]) -> None:
    """It is refused, or all that it finds is `Undefined`."""
    kind, escape = case
    try:
        found = outcome(kind, ESCAPES[escape])
    except REFUSALS:
        return
    assert set(re.findall(r"\w+", unescape(found))) <= {"Undefined", "Namespace", "__class__", "1", "bait"}


def test_few_ways_out_are_not_refused_outright() -> None:
    """Or the allowance above would hide what it should not."""
    let_through = [escape for escape in ESCAPES if not is_refused(escape)]
    assert len(ESCAPES) > 40
    assert len(let_through) <= 4, let_through


def is_refused(escape: str) -> bool:
    try:
        outcome("checklist", ESCAPES[escape])
    except REFUSALS:
        return True
    return False


@each_kind
def test_what_is_no_way_out_works(kind: str) -> None:
    """Else every refusal above would mean nothing."""
    assert (
        outcome(kind, "{{ x.field }}{{ call() }}{{ '{0}'.format(x) }}{{ mapping.a }}") == "plaincalledbait1"
    )


def test_no_file_is_read_that_is_no_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    read_text: Callable[..., str] = Path.read_text

    def watched(path: Path, *arguments: Any, **named: Any) -> str:
        opened.append(str(path))
        return read_text(path, *arguments, **named)

    monkeypatch.setattr(Path, "read_text", watched)
    (tmp_path / "secret.html").write_text(SECRET, encoding="utf-8")
    for template in (f"{{% include '{tmp_path / 'secret.html'}' %}}", "{% include '../secret.html' %}"):
        with pytest.raises(TemplateNotFound):
            outcome("checklist", template)
    assert not [name for name in opened if "secret" in name]
