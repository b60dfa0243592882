"""The refusal of documents and workbooks that belong to the submission of other CCGs."""

from __future__ import annotations

from eoi.imports.archive import CannotImport
from eoi.plain_words import join_items
from eoi.source import Source
from eoi.source.nodes import convert_to_plain


def refuse_another_submission(base: Source, into: Source) -> None:
    """Raise `CannotImport` if a file came from a submission of other CCGs than those of `into`.

    CCGs are compared by their codes, since names are often completed later. A file without codes is accepted.
    """
    were, are = list_codes(base), list_codes(into)
    if were and are and not set(were) & set(are):
        raise CannotImport(
            f"it belongs to a submission of {join_items(were)}, and {into.name} is one of {join_items(are)}; "
            "name the right file with --into"
        )


def list_codes(source: Source) -> list[str]:
    """Return the codes of the CCGs in a file; return an empty list if it has none."""
    found = convert_to_plain(source.tree) if source.tree is not None else {}
    applicants = found.get("applicants") if isinstance(found, dict) else None
    items = applicants if isinstance(applicants, list) else []
    codes = (item.get("code") for item in items if isinstance(item, dict))
    return [code.strip().upper() for code in codes if isinstance(code, str) and code.strip()]
