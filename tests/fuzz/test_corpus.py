"""Files that guided runs found, or that reach what few others do: none may break anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.parsers import loaded_soundly_by_both
from tests.fuzz.properties import built_soundly
from tests.thorough import some_of

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path.name for path in CORPUS.iterdir())


@pytest.mark.parametrize("name", some_of(FILES, 10))
def test_a_file_of_the_corpus_breaks_nothing(name: str) -> None:
    raw = (CORPUS / name).read_bytes()
    loaded_soundly_by_both(raw)
    built_soundly(raw)


def test_the_corpus_is_small() -> None:
    sizes = [(CORPUS / name).stat().st_size for name in FILES]
    assert 0 < len(sizes) <= 200
    assert sum(sizes) < 200_000
