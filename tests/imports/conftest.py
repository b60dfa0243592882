"""Documents that are built to compare with what came back: of the same file they are built once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eoi.imports.base import DocumentBuilder
from tests.kept import kept


@pytest.fixture(autouse=True, scope="session")
def _build_each_document_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DocumentBuilder, "build", kept(DocumentBuilder.build))
        yield
