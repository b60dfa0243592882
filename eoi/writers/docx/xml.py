"""XML as strings: one way to escape, one way to write an element."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    """Fit for an element or an attribute; what XML cannot hold becomes the replacement character, since one
    such character would make the whole file unreadable."""
    text = NOT_XML.sub("\ufffd", text).replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def tag(name: str, /, *content: str, **attributes: str | int) -> str:
    """An element of the main namespace, whose attributes are of that namespace too."""
    start = f"w:{name}" + "".join(f' w:{key}="{escaped(str(value))}"' for key, value in attributes.items())
    inner = "".join(content)
    return f"<{start}>{inner}</w:{name}>" if inner else f"<{start}/>"


def field_start(instruction: str) -> str:
    """What follows, up to `field_end`, is the result shown until Word works the field out again."""
    begin, separate = field_mark("begin"), field_mark("separate")
    return f'{begin}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{separate}'


def field_end() -> str:
    return field_mark("end")


def field_mark(kind: str) -> str:
    return tag("r", tag("fldChar", fldCharType=kind))
