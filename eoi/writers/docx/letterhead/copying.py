"""Parts of a template, copied together with the pictures and fonts that they need."""

from __future__ import annotations

import posixpath

from eoi.foreign_svg import UnfitSvg, refuse_acting_svg
from eoi.writers.docx.letterhead.guard import (
    list_relationships_used,
    refuse_unknown_relationships,
    refuse_what_acts,
)
from eoi.writers.docx.letterhead.splicing import (
    UnfitLetterhead,
    W,
    parse_xml,
    quote_shortened,
    refuse_other_roots,
)
from eoi.writers.docx.letterhead.template import Template
from eoi.writers.docx.package import BY_ENDING, PackagePart, PartLink
from eoi.writers.text import encode_external_address

MEDIA = ("image", "font")
ROOTS = {
    "header": f"{W}hdr",
    "footer": f"{W}ftr",
    "styles": f"{W}styles",
    "numbering": f"{W}numbering",
    "fontTable": f"{W}fonts",
    "theme": "{http://schemas.openxmlformats.org/drawingml/2006/main}theme",
}


class PartCopier:
    """A copier that gives parts new names, so that none has the name of one of ours."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.media: dict[str, PackagePart] = {}

    def copy_part(self, source: str, name: str, kind: str) -> PackagePart:
        content = self.template.xml(source)
        root = parse_xml(content)
        refuse_other_roots(root, ROOTS[kind])
        refuse_what_acts(root)
        named, links = list_relationships_used(root), self.template.links(source)
        refuse_unknown_relationships(named, links)
        return PackagePart(
            name, kind, content, tuple(self.link(links[key], posixpath.dirname(name)) for key in named)
        )

    def link(self, link: PartLink, folder: str) -> PartLink:
        if link.external:
            if link.kind == "hyperlink" and encode_external_address(link.target):
                return link.replace(target=encode_external_address(link.target))
            raise UnfitLetterhead(
                f"takes {quote_shortened(link.kind)} from outside the file: {quote_shortened(link.target)}"
            )
        if link.kind not in MEDIA:
            raise UnfitLetterhead(
                f"has {quote_shortened(link.kind)} in a header or footer, not just pictures"
            )
        target = self.medium(link).name
        return link.replace(target=posixpath.relpath(target, folder))

    def medium(self, link: PartLink) -> PackagePart:
        """Copy a picture or font. It is copied only once, even if several parts use it."""
        if link.target not in self.media:
            ending = link.target.rpartition(".")[2].lower()
            if ending not in BY_ENDING or ending in ("xml", "rels"):
                raise UnfitLetterhead(
                    f"has a picture of a kind that cannot be used: {quote_shortened(ending)}"
                )
            content = self.svg(link.target) if ending == "svg" else self.template.read(link.target)
            name = f"word/media/letterhead{len(self.media) + 1}.{ending}"
            self.media[link.target] = PackagePart(name, link.kind, content)
        return self.media[link.target]

    def svg(self, name: str) -> bytes:
        content = self.template.xml(name)
        try:
            refuse_acting_svg(parse_xml(content))
        except UnfitSvg as problem:
            raise UnfitLetterhead(
                f"has a picture that cannot be used: {quote_shortened(name)} {problem}"
            ) from None
        return content
