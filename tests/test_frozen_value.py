"""What every frozen value does: the same as one that `dataclasses` makes."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest

from eoi.frozen_value import FrozenValue
from tests.cli.calls import process
from tests.samples import EXAMPLES


def shout(words: str) -> str:
    return words.upper()


class Post(FrozenValue):
    role: str
    band: str = "7"
    say: Callable[[str], str] = shout


class Vacancy(Post):
    since: str = ""


def test_fields_are_given_in_order_or_by_name_and_the_rest_have_their_defaults() -> None:
    assert Post("Nurse", band="6").held == {"role": "Nurse", "band": "6", "say": shout}
    assert Vacancy("Nurse", "6", since="June").held == {
        "role": "Nurse",
        "band": "6",
        "say": shout,
        "since": "June",
    }


@pytest.mark.parametrize(
    ("values", "named", "message"),
    [
        (("Nurse", "6", shout, "June"), {}, "Post() takes at most 3 arguments (4 given)"),
        (("Nurse",), {"grade": "6"}, "Post() got an unexpected keyword argument 'grade'"),
        (("Nurse",), {"role": "Doctor"}, "Post() got multiple values for argument 'role'"),
        (("Nurse", "6", shout, "June"), {"role": "Doctor"}, "Post() takes at most 3 arguments (4 given)"),
    ],
)
def test_what_a_usual_call_would_refuse_is_refused(
    values: tuple[Any, ...], named: dict[str, Any], message: str
) -> None:
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        Post(*values, **named)


def test_a_copy_takes_no_field_that_there_is_not() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'grade'"):
        Post("Nurse").replace(grade="6")


def test_a_function_that_is_a_default_takes_no_self() -> None:
    assert Post("Nurse").say("quietly") == "QUIETLY"


def test_values_are_equal_where_class_and_fields_are() -> None:
    assert Post("Nurse") == Post("Nurse", "7")
    assert hash(Post("Nurse")) == hash(Post("Nurse", "7"))
    assert Post("Nurse") != Post("Nurse", "6")
    assert Post("Nurse") != Vacancy("Nurse")
    assert Post("Nurse") != ("Nurse", "7", shout)


def test_a_value_is_replaced_and_never_changed() -> None:
    post = Post("Nurse")
    assert post.replace(band="6") == Post("Nurse", "6")
    with pytest.raises(AttributeError, match="Post cannot be changed"):
        post.band = "6"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Post cannot be changed"):
        del post.band
    assert post == Post("Nurse")


def test_a_value_survives_a_copy_and_the_way_to_another_process() -> None:
    post = Vacancy("Nurse", since="June")
    assert copy(post) == post == pickle.loads(pickle.dumps(post))
    assert repr(Vacancy("Nurse", since="June")).startswith("Vacancy(role='Nurse', band='7', ")


def test_a_value_is_taken_apart_by_position() -> None:
    match Post("Nurse", "6"):
        case Post(role, band):
            assert (role, band) == ("Nurse", "6")


@pytest.mark.long
@pytest.mark.parametrize(
    "command", [["check"], ["build", "--format", "html", "--output"]], ids=lambda one: one[0]
)
def test_a_check_and_a_build_load_no_dataclass(command: list[str], tmp_path: Path) -> None:
    typed = ["eoi", *command, *([str(tmp_path)] if command[0] == "build" else []), str(EXAMPLES[0])]
    program = (
        f"import runpy, sys\nsys.argv = {typed!r}\n"
        "try:\n    runpy.run_module('eoi', run_name='__main__')\n"
        "except SystemExit:\n    pass\nprint('dataclasses' in sys.modules)"
    )
    assert process("-c", program, cwd=tmp_path).out.splitlines()[-1] == "False"
