"""The strict HTML subset that templates may emit, read into a tree of elements.

Why a subset: each writer has to handle every element, so one that they do not know must stop
the build with its name; it must never be dropped in silence.
"""

from __future__ import annotations

from html.parser import HTMLParser

from eoi.document.tracing import Origin, origin_in

INLINE = frozenset({"strong", "em", "a", "code", "br", "span"})
VOID = frozenset({"br", "img"})

# Which field of the file an element shows: `governance.groups[0].quorum`.
PATH = "data-path"

# Each element, with the attributes it may carry.
ELEMENTS: dict[str, frozenset[str]] = {
    **{f"h{level}": frozenset({"id", "class", PATH}) for level in range(1, 6)},
    "div": frozenset({PATH}),
    "p": frozenset({"id", "class", PATH}),
    "ul": frozenset({PATH}),
    "ol": frozenset({"start", PATH}),
    "li": frozenset({PATH}),
    "blockquote": frozenset({PATH}),
    "aside": frozenset({"class", PATH}),
    "nav": frozenset({"class"}),
    "table": frozenset({"id", "class", PATH}),
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset({PATH}),
    "th": frozenset({"scope", "class", PATH}),
    "td": frozenset({PATH}),
    "figure": frozenset({"id", "class", PATH}),
    "img": frozenset({"src", "alt"}),
    "figcaption": frozenset(),
    "strong": frozenset(),
    "em": frozenset(),
    "code": frozenset(),
    "a": frozenset({"href", "class", PATH}),
    "br": frozenset(),
    "span": frozenset({"class", "data-remark"}),
}


DEEPEST = 50  # elements within elements; the deepest text there can be has some forty


class SubsetError(ValueError):
    """A template emitted something outside the subset; a defect of the template, never of a submission."""

    origin: Origin | None = None

    def at(self, origin: Origin | None) -> SubsetError:
        """Add the place, unless something closer to it has said so."""
        self.origin = self.origin or origin
        return self


class TracedText(str):
    """A text that knows where it comes from."""

    origin: Origin | None = None


class Element:
    """An element of the subset: its name, attributes and children, and the template that wrote it."""

    __slots__ = ("attributes", "children", "name", "origin")
    __match_args__ = ("name", "attributes", "children")

    def __init__(
        self,
        name: str,
        attributes: dict[str, str] | None = None,
        children: list[Element | str] | None = None,
        origin: Origin | None = None,
    ) -> None:
        self.name, self.origin = name, origin
        self.attributes = {} if attributes is None else attributes
        self.children = [] if children is None else children

    def __eq__(self, other: object) -> bool:
        """Tell whether both say the same, wherever they come from."""
        return isinstance(other, Element) and (self.name, self.attributes, self.children) == (
            other.name,
            other.attributes,
            other.children,
        )

    __hash__ = None  # type: ignore[assignment]

    def elements(self, *names: str) -> list[Element]:
        """Return the child elements.

        All of which must be among `names`, with nothing but space between them.
        """
        found = []
        for child in self.children:
            if isinstance(child, Element) and child.name in names:
                found.append(child)
            elif not isinstance(child, str) or child.strip():
                shown = child.strip()[:40] if isinstance(child, str) else f"<{child.name}>"
                raise SubsetError(f"{shown!r} cannot stand directly in <{self.name}>").at(origin_of(child))
        return found

    @property
    def has_text(self) -> bool:
        return any(not isinstance(child, str) or child.strip() for child in self.children)


def origin_of(child: Element | str) -> Origin | None:
    """Return the line of the template that an element or a text comes from."""
    return child.origin if isinstance(child, Element | TracedText) else None


def parse_subset(html: str, traced: bool = False) -> Element:
    """Read a page.

    `traced` pages have marks that say where each piece comes from; others must not have any.
    """
    if "</>" in html:
        raise SubsetError("</> closes nothing")
    reader = SubsetReader(traced)
    try:
        reader.feed(html)
        reader.close()
        return reader.finished()
    except AssertionError as broken:
        raise SubsetError(f"this is not HTML: {broken}").at(reader.origin) from None
    except SubsetError as broken:
        raise broken.at(reader.origin) from None


class SubsetReader(HTMLParser):
    """A reader of the page that templates wrote; it refuses whatever is outside the subset."""

    def __init__(self, traced: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("document")]
        self.traced = traced
        self.origin: Origin | None = None

    def updatepos(self, _i: int, j: int) -> int:
        """Do not count lines: nobody asks for them, and counting takes an eighth of the time."""
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
        self.open[-1].children.append(self.traced_text(data) if self.traced else data)

    def traced_text(self, data: str) -> TracedText:
        text = TracedText(data)
        text.origin = self.origin
        return text

    def handle_comment(self, data: str) -> None:
        if self.traced and (origin := origin_in(data)):
            self.origin = origin
            return
        raise SubsetError(f"a comment is not in the subset: {data.strip()[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        raise SubsetError(f"<!{decl}> is not in the subset")

    def unknown_decl(self, data: str) -> None:
        raise SubsetError(f"<![{data[:40]} is not in the subset")

    def handle_pi(self, data: str) -> None:
        raise SubsetError(f"<?{data[:40]} is not in the subset")

    def finished(self) -> Element:
        if len(self.open) > 1:
            raise SubsetError(f"<{self.open[-1].name}> is never closed").at(self.open[-1].origin)
        return self.open[0]
