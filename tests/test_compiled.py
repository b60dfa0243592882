"""Templates that tests share are compiled once, and never taken for others."""

from __future__ import annotations

from jinja2 import Template

from eoi.document.templating.line_marks import Tracing
from eoi.document.templating.measured_environment import MeasuredSandbox
from eoi.document.templating.sandbox import Sandbox
from eoi.papers import find_templates_folder
from tests.compiled import compile_once, folder_of_code


def test_the_same_text_in_the_same_kind_of_environment_is_compiled_once() -> None:
    assert Sandbox().compile("{{ 1 }}", "a") is Sandbox().compile("{{ 1 }}", "a")


def test_another_text_name_or_kind_of_environment_has_code_of_its_own() -> None:
    made = [
        Sandbox().compile("{{ 1 }}", "a"),
        Sandbox().compile("{{ 2 }}", "a"),
        Sandbox().compile("{{ 1 }}", "b"),
        Sandbox(extensions=[Tracing]).compile("{{ 1 }}", "a"),
        MeasuredSandbox().compile("{{ 1 }}", "a"),
    ]
    assert len(set(map(id, made))) == len(made)


def test_the_code_of_our_own_templates_is_kept_for_other_processes_and_works_as_new_code_does() -> None:
    path = find_templates_folder() / "shared" / "no-such-template.html"
    anew = Sandbox().compile("{{ 6 * 7 }}", "a", str(path))
    stored = folder_of_code()
    assert stored is not None
    with compile_once():
        found = Sandbox().compile("{{ 6 * 7 }}", "a", str(path))
    assert found is not anew
    assert found == anew
    assert Template.from_code(Sandbox(), found, {}).render() == "42"
