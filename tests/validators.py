"""Judges of the Word and OpenDocument files, each made once: to read their schemas takes as long as to judge.

assert complaints_about_word(path) == []
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # They take a quarter of a second to import, which most runs can do without.
    from openxml_audit import OpenXmlValidator
    from openxml_audit.odf import OdfValidator


def complaints_about_word(path: Path) -> list[str]:
    return [str(error) for error in word_validator().validate(path).errors]


def complaints_about_text(path: Path) -> list[str]:
    return [str(error) for error in text_validator().validate(path).errors]


@cache
def word_validator() -> OpenXmlValidator:
    from openxml_audit import OpenXmlValidator

    return OpenXmlValidator()


@cache
def text_validator() -> OdfValidator:
    """With the schema of the standard; pictures have none of their own."""
    from openxml_audit.odf import OdfValidator

    return OdfValidator(relaxng_validation=True, require_schema_routes=False, security_validation=True)
