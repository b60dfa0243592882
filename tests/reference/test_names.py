"""The names of CCGs: what names the same one, and which one a slip means."""

from __future__ import annotations

import pytest

from eoi.reference import Ccg, find_ccg_with_code, load_ccgs
from eoi.reference.names import (
    find_ccg_with_name,
    find_nearest_ccg,
    is_longer_or_shorter,
    make_search_key,
    names_same_place,
)


def ccg(code: str) -> Ccg:
    found = find_ccg_with_code(code)
    assert found
    return found


def test_every_published_name_leads_to_its_own_ccg() -> None:
    assert [find_ccg_with_name(each.name) for each in load_ccgs().values()] == list(load_ccgs().values())


def test_no_two_ccgs_share_a_name() -> None:
    assert len({make_search_key(each.name) for each in load_ccgs().values()}) == len(load_ccgs())


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("02M", "Fylde and Wyre Clinical Commissioning Group"),
        ("02M", "nhs fylde & wyre ccg"),
        ("13P", "NHS Birmingham Cross City CCG"),
        ("05W", "NHS Stoke-on-Trent CCG"),
        ("01X", "Saint Helens CCG"),
        ("09A", "NHS Central London CCG"),
        ("11E", "NHS Bath & North East Somerset CCG"),
    ],
)
def test_spelling_is_no_difference(code: str, name: str) -> None:
    assert find_ccg_with_name(name) is ccg(code)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("10X", "NHS Southampton City CCG"),
        ("02H", "NHS Wigan CCG"),
        ("08P", "NHS Richmond upon Thames CCG"),
        ("08Y", "NHS West London (Kensington and Chelsea, Queen's Park and Paddington) CCG"),
        ("99G", "NHS Southend-on-Sea CCG"),
        ("11E", "NHS Bath and North East Somerset CCG (BaNES CCG)"),
    ],
)
def test_a_place_may_have_several_names(code: str, name: str) -> None:
    assert names_same_place(name, ccg(code))


@pytest.mark.parametrize(
    ("code", "name"), [("07Q", "NHS Bexley CCG"), ("02V", "NHS Leeds CCG"), ("07Q", "NHS Bromely CCG")]
)
def test_another_place_is_another(code: str, name: str) -> None:
    assert not names_same_place(name, ccg(code))


def test_a_part_of_a_name_is_told_from_another_name() -> None:
    assert is_longer_or_shorter("NHS Leeds CCG", ccg("02V"))
    assert not is_longer_or_shorter("NHS Bexley CCG", ccg("07Q"))
    assert not is_longer_or_shorter("NHS CCG", ccg("07Q"))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("11e", "11E"),
        ("O7Q", "07Q"),
        ("7Q", "07Q"),
        ("1lE", "11E"),
        ("Bromely", "07Q"),
        ("NHS Kernow", "11N"),
    ],
)
def test_a_slip_leads_to_the_ccg_that_was_meant(written: str, code: str) -> None:
    assert find_nearest_ccg(written) is ccg(code)


@pytest.mark.parametrize("written", ["", "?", "xyzzy", "a very long name of no place at all"])
def test_what_is_like_nothing_leads_nowhere(written: str) -> None:
    assert find_nearest_ccg(written) is None
