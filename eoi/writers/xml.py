"""XML as strings: one way to escape, whatever the format."""

from __future__ import annotations

from eoi.xml_text import replace_illegal


def escape(text: str) -> str:
    """Escape text for an element or an attribute.

    Printable text is always legal, which is quicker to tell.
    """
    text = (text if text.isprintable() else replace_illegal(text)).replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(name: str, text: str) -> str:
    """Write an element, or nothing where there is no text."""
    return f"<{name}>{escape(text)}</{name}>" if text else ""
