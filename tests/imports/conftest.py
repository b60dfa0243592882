"""Documents that are built to compare with what came back: of the same file they are built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi.imports.base import DocumentBuilder
from tests.imports.saved import save_all
from tests.kept import kept
from tests.once import once


@pytest.fixture(autouse=True, scope="session")
def _build_each_document_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DocumentBuilder, "build", kept(DocumentBuilder.build))
        yield


@pytest.fixture(scope="session")
def saved_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of Word and OpenDocument files that LibreOffice has saved."""
    return once(tmp_path_factory, "saved-by-libreoffice", save_all) / "saved"
