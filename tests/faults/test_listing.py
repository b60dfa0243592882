"""The list of faults is what the folder holds."""

from __future__ import annotations

import re

import pytest

from tests.faults.listing import Fault, faults

ASKED_FOR = {
    "bad file among many",
    "closed pipe",
    "ctrl c and sigterm",
    "equal names",
    "full disk",
    "input vanishes",
    "internal error",
    "killed",
    "narrow or no terminal",
    "no home",
    "no network",
    "output in the way",
    "read only folder",
    "surroundings",
    "two builds at once",
}


def test_every_fault_that_was_asked_for_is_there() -> None:
    assert {fault.name for fault in faults()} >= ASKED_FOR


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.name)
def test_a_fault_says_what_is_promised_and_has_tests(fault: Fault) -> None:
    assert fault.file.is_file()
    assert re.fullmatch(r"[A-Z`].*[:,] .*\.", fault.promise)
    assert len(fault.promise) < 200
    assert fault.tests
