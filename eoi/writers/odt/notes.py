"""Footnotes, which stand in the text where their numbers are."""

from __future__ import annotations

from eoi.writers.odt.ledger import Ledger
from eoi.writers.odt.xml import last_space_kept


def note_xml(content: str, ledger: Ledger) -> str:
    number = ledger.next("note")
    return (
        f'<text:note text:id="ftn{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation><text:note-body>"
        f'<text:p text:style-name="Footnote">{last_space_kept(content)}</text:p></text:note-body></text:note>'
    )
