"""A reader of pages that may be outside the subset. It reports the mistake and its place."""

from __future__ import annotations

from html.parser import HTMLParser

from eoi.document.subset.elements import (
    DEEPEST,
    ELEMENTS,
    PAGE,
    PARTED,
    VOID,
    WHITE_SPACE,
    Element,
    Origin,
    SubsetError,
    TracedText,
)
from eoi.document.templating.line_marks import read_origin_mark


def read_with_care(html: str, traced: bool) -> Element:
    """Read a page; raise `SubsetError` for an element outside the subset."""
    if "</>" in html:
        raise SubsetError("</> closes nothing")
    reader = SubsetReader(traced)
    try:
        reader.feed(html)
        reader.close()
        return reader.finish()
    except AssertionError as broken:
        raise SubsetError(f"this is not HTML: {broken}").at(reader.origin) from None
    except SubsetError as broken:
        raise broken.at(reader.origin) from None


class SubsetReader(HTMLParser):
    """A reader of the pages that templates wrote. It refuses everything outside the subset."""

    def __init__(self, traced: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element(PAGE)]
        self.traced = traced
        self.origin: Origin | None = None

    def updatepos(self, _i: int, j: int) -> int:
        """Return the position, and count no lines.

        Nothing uses the count, and counting would take an eighth of the time.
        """
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            raise SubsetError(f"<{tag}> is not in the subset")
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) < len(attrs):
            raise SubsetError(f"<{tag}> carries an attribute twice")
        if unknown := attributes.keys() - ELEMENTS[tag]:
            raise SubsetError(f"<{tag}> cannot carry {', '.join(sorted(unknown))}")
        if len(self.open) > DEEPEST:
            raise SubsetError(f"<{tag}> stands in more than {DEEPEST} elements")
        element = Element(tag, attributes, origin=self.origin)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            raise SubsetError(f"<{tag}/> must be closed by </{tag}>")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].name != tag:
            raise SubsetError(f"</{tag}> closes <{self.open[-1].name}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1].name not in PARTED or data.strip(WHITE_SPACE):
            self.open[-1].children.append(self.traced_text(data) if self.traced else data)

    def traced_text(self, data: str) -> TracedText:
        text = TracedText(data)
        text.origin = self.origin
        return text

    def handle_comment(self, data: str) -> None:
        if self.traced and (origin := read_origin_mark(data)):
            self.origin = origin
            return
        raise SubsetError(f"a comment is not in the subset: {data.strip()[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        raise SubsetError(f"<!{decl}> is not in the subset")

    def unknown_decl(self, data: str) -> None:
        raise SubsetError(f"<![{data[:40]} is not in the subset")

    def handle_pi(self, data: str) -> None:
        raise SubsetError(f"<?{data[:40]} is not in the subset")

    def finish(self) -> Element:
        if len(self.open) > 1:
            raise SubsetError(f"<{self.open[-1].name}> is never closed").at(self.open[-1].origin)
        return self.open[0]
