"""The parts of a template that come along, each with what it needs, and nothing that could reach outside."""

from __future__ import annotations

import posixpath
import re
from xml.etree.ElementTree import Element

from eoi.writers.addresses import external_address
from eoi.writers.docx.letterhead.problems import UnfitLetterhead, quoted
from eoi.writers.docx.letterhead.surgery import W, refuse_other_roots, tree
from eoi.writers.docx.letterhead.template import Template
from eoi.writers.docx.package import BY_ENDING, Link, Part

MEDIA = ("image", "font")
ROOTS = {"header": "hdr", "footer": "ftr", "numbering": "numbering"}  # of parts that something is added to
REACHING = re.compile(
    r"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD|EMBED|MACROBUTTON)\b",
    re.IGNORECASE,
)
LINK_FIELD = re.compile(r'\bHYPERLINK\s+(?!\\l)"?([^"\s]*)', re.IGNORECASE)
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|\\\\|//", re.IGNORECASE)


class Carrier:
    """Gives the parts new names, so that none takes the place of one of ours."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.media: dict[str, Part] = {}

    def carried(self, source: str, name: str, kind: str) -> Part:
        content = self.template.xml(source)
        root = tree(content)
        if kind in ROOTS:
            refuse_other_roots(content, root, ROOTS[kind])
        refuse_what_reaches_out(root)
        used = [link for link in self.template.links(source).values() if f'"{link.key}"'.encode() in content]
        return Part(name, kind, content, tuple(self.link(link, posixpath.dirname(name)) for link in used))

    def link(self, link: Link, folder: str) -> Link:
        if link.external:
            if link.kind == "hyperlink" and external_address(link.target):
                return link._replace(target=external_address(link.target))
            raise UnfitLetterhead(f"takes {quoted(link.kind)} from outside the file: {quoted(link.target)}")
        if link.kind not in MEDIA:
            raise UnfitLetterhead(f"has {quoted(link.kind)} in a header or footer, not just pictures")
        target = self.medium(link).name
        return link._replace(target=posixpath.relpath(target, folder))

    def medium(self, link: Link) -> Part:
        """A picture or font, once, however many parts show it."""
        if link.target not in self.media:
            ending = link.target.rpartition(".")[2].lower()
            if ending not in BY_ENDING or ending in ("xml", "rels"):
                raise UnfitLetterhead(f"has a picture of a kind that cannot be used: {quoted(ending)}")
            content = self.template.read(link.target)
            if ending == "svg":
                refuse_what_reaches_out(tree(self.template.xml(link.target)))
            name = f"word/media/letterhead{len(self.media) + 1}.{ending}"
            self.media[link.target] = Part(name, link.kind, content)
        return self.media[link.target]


def refuse_what_reaches_out(root: Element) -> None:
    """Fields that fetch, and addresses in attributes: relationships are not the only way out of a part."""
    texts = [element.text or "" for element in root.iter(f"{W}instrText")]
    fields = ["".join(texts), *(element.get(f"{W}instr", "") for element in root.iter(f"{W}fldSimple"))]
    for field in fields:
        followed = LINK_FIELD.findall(field)
        if REACHING.search(field) or not all(map(external_address, followed)):
            raise UnfitLetterhead(f"has a field that reaches outside the file: {quoted(field.strip())}")
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] in ("src", "href") and ADDRESS.match(value) and not is_inline(value):
                raise UnfitLetterhead(f"takes something from outside the file: {quoted(value)}")


def is_inline(value: str) -> bool:
    return value.startswith("data:image/") or bool(external_address(value))
