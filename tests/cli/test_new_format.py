"""A new format is one folder: nothing else has to know of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi import writers
from eoi.writers import seal
from eoi.writers.seal import find_seal, is_intact
from tests.cli.calls import Call
from tests.samples import skeleton

PLAIN_TEXT = '''\
"""Plain text, one paragraph a line."""

from eoi.document.blocks import Document
from eoi.writers import SealPlace

SUFFIX = "zz"
SEAL = SealPlace(b"\\x1d", b"\\n")


def write(document: Document) -> bytes:
    from eoi.writers.seal import PLACEHOLDER, seal_content

    return seal_content(f"{document.properties.title}\\n\\x1d{PLACEHOLDER}\\n".encode())
'''


@pytest.fixture
def with_another_format(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """One more folder among the writers, for as long as a test runs."""
    folder = tmp_path_factory.mktemp("writers")
    (folder / "zz").mkdir()
    (folder / "zz" / "__init__.py").write_text(PLAIN_TEXT, encoding="utf-8")
    monkeypatch.setattr(writers, "__path__", [*writers.__path__, str(folder)])
    forget()
    yield
    forget()
    sys.modules.pop("eoi.writers.zz", None)


def forget() -> None:
    seal.list_seal_places.cache_clear()
    seal.make_seal_expression.cache_clear()


@pytest.mark.usefixtures("with_another_format")
def test_a_new_format_is_built_sealed_and_kept_when_somebody_changes_it(eoi: Call) -> None:
    Path("ccg.yaml").write_text(skeleton(), encoding="utf-8")
    assert eoi("build", "ccg.yaml", "--format", "zz").code == 0
    made = Path("build/ccg-expression-of-interest.zz")
    assert is_intact(made.read_bytes())
    assert eoi("build", "ccg.yaml", "--format", "zz", "--check").code == 0
    made.write_bytes(b"Ours. " + made.read_bytes())
    outcome = eoi("build", "ccg.yaml", "--format", "zz")
    assert "is kept: the YAML file has not changed since" in outcome.err
    assert made.read_bytes().startswith(b"Ours. ")


@pytest.mark.usefixtures("with_another_format")
def test_a_new_format_is_in_the_help_and_among_all(eoi: Call) -> None:
    assert " or zz;" in " ".join(eoi("help", "build").out.split())
    assert "zz" in writers.list_formats()


@pytest.mark.parametrize("name", writers.list_formats())
def test_every_writer_keeps_the_contract(name: str) -> None:
    writer = writers.find_writer(name)
    assert writer.SUFFIX.isalnum()
    assert bool(writer.SEAL.part) is not bool(writer.SEAL.before and writer.SEAL.after)
    assert writer.write.__doc__ or writer.__doc__


def test_the_places_of_no_two_formats_are_the_same() -> None:
    places = seal.list_seal_places()
    assert len(set(places)) == len(places) == len(writers.list_formats()) >= 5


def test_a_file_without_any_place_bears_no_seal() -> None:
    assert find_seal(b"just text") is None
