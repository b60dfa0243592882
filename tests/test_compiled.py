"""Templates that tests share are compiled once, and never taken for others."""

from __future__ import annotations

from eoi.document.templating.line_marks import Tracing
from eoi.document.templating.measured_environment import MeasuredSandbox
from eoi.document.templating.sandbox import Sandbox


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
