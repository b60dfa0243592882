"""WordprocessingML as strings: one way to write an element."""

from __future__ import annotations

from eoi.writers.xml import escaped

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{MAIN}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
ENGLISH = '<w:lang w:val="en-GB"/>'  # said of each run, so that no style of a letterhead can say otherwise


def tag(name: str, /, *content: str, **attributes: str | int) -> str:
    """An element of the main namespace, whose attributes are of that namespace too."""
    start = f"w:{name}" + "".join(f' w:{key}="{escaped(str(value))}"' for key, value in attributes.items())
    inner = "".join(content)
    return f"<{start}>{inner}</w:{name}>" if inner else f"<{start}/>"


def part_xml(root: str, *content: str) -> str:
    """A whole part, with the namespaces that anything of ours may use."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{''.join(content)}</w:{root}>"


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}{ENGLISH}</w:rPr>{content}</w:r>"


def field_start(instruction: str) -> str:
    """What follows, up to `field_end`, is the result shown until Word works the field out again."""
    code = run(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>')
    return field_mark("begin") + code + field_mark("separate")


def field_end() -> str:
    return field_mark("end")


def field_mark(kind: str) -> str:
    return run(tag("fldChar", fldCharType=kind))
