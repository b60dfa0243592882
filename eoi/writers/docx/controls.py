"""Check boxes that a reader can tick in Word: content controls, not characters."""

from __future__ import annotations

from functools import cache

from eoi.document.blocks import Checkbox
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.xml import run, tag

FONT = "Segoe UI Symbol"  # in every Windows; others take the glyph from a font that has it
FONTS = tag("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def check_box(box: Checkbox, ledger: Ledger) -> str:
    """In a footnote only its character: LibreOffice saves a control there as XML that nothing can read."""
    glyph = run(f"<w:t>{box.glyph}</w:t>", FONTS)
    if ledger.in_note:
        return glyph
    properties = tag("sdtPr", tag("id", val=ledger.mark()), check_box_states(box.checked))
    return tag("sdt", properties, tag("sdtContent", glyph))


@cache
def check_box_states(checked: bool) -> str:
    states = "".join(
        f'<w14:{name} w14:val="{ord(Checkbox(state).glyph):04X}" w14:font="{FONT}"/>'
        for name, state in (("checkedState", True), ("uncheckedState", False))
    )
    return f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>{states}</w14:checkbox>'
