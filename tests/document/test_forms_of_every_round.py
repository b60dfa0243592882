"""A file can name a form that its round does not offer: joint commissioning before delegation, a fallback."""

from __future__ import annotations

from typing import Any, cast

import pytest

from eoi.document.render import render_expression_of_interest, render_submission_checklist
from eoi.rounds import list_known_rounds, load_fields, load_round
from eoi.rounds.model import read_round
from eoi.submission.scope import FORM, FORMS, Form
from eoi.writers import find_writer, list_formats
from tests.model_fields import model_fields
from tests.samples import examined, words_of
from tests.strategies import Fields, Written, as_yaml
from tests.thorough import in_turn, some_of

# Everything that takes a form, but for the form that is applied for.
PLACES = tuple(field for field in model_fields() if field.kind is FORM and field.pattern != "form")
NAMED_AS = {"arrangement.fallback": "phrase"}
ASKED = [(round_, form) for round_ in list_known_rounds() for form in load_round(round_).offers]
EACH_FORM = some_of(ASKED, 4, lambda asked: asked[1])


def files(round_: str, form: str) -> list[tuple[str, str, Fields]]:
    """Each place that takes a form with each form, in a submission of its own."""
    head: Fields = {"round": round_, "form": form}
    return [(place.pattern, named, place.alone(named) | head) for place in PLACES for named in FORMS]


def test_the_places_that_take_a_form_are_found_by_walking_the_model() -> None:
    assert [place.pattern for place in PLACES] == [
        "arrangement.options[].form",
        "arrangement.fallback",
        "arrangement.phases[].form",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("round_", "form"), EACH_FORM, ids="-".join)
def test_every_form_can_stand_in_every_place_of_every_round(round_: str, form: str) -> None:
    every = files(round_, form)
    assert len(every) == len(PLACES) * len(FORMS) == 9
    for final, (pattern, named, fields) in in_turn((False, True), every):
        outcome = examined(as_yaml(fields))
        words = getattr(load_round(round_).forms[cast("Form", named)], NAMED_AS.get(pattern, "name"))
        assert words in words_of(render_expression_of_interest(outcome, final))
        assert render_submission_checklist(outcome, final).blocks


@pytest.mark.slow
@pytest.mark.parametrize("round_", some_of(list_known_rounds(), 2))
def test_a_ccg_with_a_history_of_every_form_is_written_in_every_format(round_: str) -> None:
    started = enumerate((*FORMS, "joint"))
    phases: list[Written] = [{"form": form, "start": f"{2015 + n}-04-01"} for n, form in started]
    options: list[Written] = [{"form": form} for form in FORMS]
    arrangement: Fields = {"phases": phases, "options": options, "fallback": "influence"}
    head: Fields = {"round": round_, "form": load_round(round_).offers[-1]}
    fields = PLACES[0].alone("joint") | head | {"arrangement": arrangement}
    document = render_expression_of_interest(examined(as_yaml(fields)), final=False)
    written = [find_writer(name).write(document) for name in list_formats()]
    assert len(written) == 5
    assert all(written)
    assert "Joint commissioning" in words_of(document)


def test_a_round_without_words_for_a_form_is_refused() -> None:
    known: dict[str, Any] = {**load_fields("2017")}
    forms = {name: words for name, words in known["forms"].items() if name != "joint"}
    with pytest.raises(ValueError, match="there are no words for joint"):
        read_round(known | {"forms": forms})
