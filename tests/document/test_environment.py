"""The templates: strict, escaping, sandboxed; what an officer types is never a template itself."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from jinja2 import meta, nodes
from jinja2.exceptions import SecurityError, UndefinedError

from eoi.document.templating.environment import environment, list_kinds
from eoi.papers import find_templates_folder
from eoi.submission import MARKDOWN, TEXT
from tests.document.contexts import DOCUMENTS, context_of
from tests.model_fields import LEAST, model_fields, with_value
from tests.samples import examined, interest, skeleton, words_of
from tests.strategies import as_yaml

TYPED = "{{ 7 * 7 }} {% include 'front-page.html' %} {# gone #} {{ gaps }}"


def rendered(template: str, **context: Any) -> str:
    return environment("checklist").from_string(template).render(context)


def test_a_name_that_is_not_there_stops_the_build() -> None:
    with pytest.raises(UndefinedError, match="nobody"):
        rendered("{{ nobody }}")


def test_a_field_that_is_not_there_stops_the_build() -> None:
    submission = examined(skeleton()).submission
    with pytest.raises(UndefinedError, match="sumary"):
        rendered("{% if s.sumary %}x{% endif %}", s=submission)


def test_text_is_escaped_unless_it_was_made_by_the_templates() -> None:
    assert rendered("{{ x }} {{ x|prose }}", x="<b> & 'c'") == (
        "&lt;b&gt; &amp; &#39;c&#39; <p>&lt;b&gt; &amp; 'c'</p>\n"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ x.append(1) }}",
        "{{ x.__init__.__globals__ }}",
        "{{ '{0.a}'.format(x).a.b }}",
    ],
)
def test_a_template_reaches_nothing_but_values(template: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        rendered(template, x=[])


def test_template_syntax_in_any_text_field_comes_out_as_it_was_typed() -> None:
    fields = LEAST
    texts = [
        field
        for field in model_fields()
        if field.kind in (TEXT, MARKDOWN) and field.steps[-1] not in ("id", "round")
    ]
    for field in texts:
        fields = with_value(fields, field.steps, [TYPED] if field.many else TYPED)
    text = words_of(interest(as_yaml(fields)))
    assert len(texts) > 100
    assert text.count(TYPED) > 100
    assert "49" not in text


@cache
def names_asked(source: str) -> frozenset[str]:
    """Names that a template reads and does not set."""
    tree = environment("checklist").parse(source)
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
    own |= {str(name) for line in tree.find_all(nodes.FromImport) for name in line.names}
    own |= {macro.name for macro in tree.find_all(nodes.Macro)}
    return frozenset(meta.find_undeclared_variables(tree) - own)


@pytest.mark.slow
@pytest.mark.parametrize("kind", list_kinds())
def test_every_template_compiles_and_reads_only_names_it_is_given(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = environment(kind)
    # `section.html` is included by the loop over the sections, and `edition.html` only by papers, which get
    # `withheld`; `self` is Jinja's.
    given = context_of(kind, monkeypatch) | set(env.globals) | {"section", "self", "withheld"}
    for path in (
        path for folder in (kind, "shared") for path in find_templates_folder().glob(f"{folder}/*.*")
    ):
        name = path.name
        env.get_template(name)
        assert names_asked(path.read_text(encoding="utf-8")) <= given, name


def test_a_misspelt_name_would_be_noticed() -> None:
    assert names_asked("{% set a = 1 %}{{ a }}{{ b }}{{ c }}") == {"b", "c"}


def test_there_is_a_folder_of_templates_for_each_kind_of_document() -> None:
    folders = {path.name for path in find_templates_folder().iterdir() if path.is_dir()}
    assert folders == {*list_kinds(), "shared"}
    assert {*DOCUMENTS, "figures", "letter"} == set(list_kinds())
    assert len(environment("expression-of-interest").list_templates()) >= 14
