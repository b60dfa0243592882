"""Word templates that try to put something into our documents: whole, each with one trick."""

from __future__ import annotations

import io
from zipfile import ZipFile

from eoi.writers.docx.package import OFFICE
from tests.letterheads import Change, changed, given, header_links, letterhead, replacing

HEADER, HEADER_LINKS = "word/header1.xml", "word/_rels/header1.xml.rels"
VML = "urn:schemas-microsoft-com:vml"
STRICT_MAIN = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def in_header(xml: str, **others: Change) -> bytes:
    return changed(letterhead(), {HEADER: replacing("</w:hdr>", f"{xml}</w:hdr>"), **others})


def run(xml: str) -> str:
    return f"<w:r>{xml}</w:r>"


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(*pieces: str) -> str:
    return "".join(run(f'<w:instrText xml:space="preserve">{piece}</w:instrText>') for piece in pieces)


def field(*pieces: str) -> str:
    """A field whose code stands in as many runs as there are pieces."""
    return f"<w:p>{mark('begin')}{code(*pieces)}{mark('separate')}{run('<w:t>1</w:t>')}{mark('end')}</w:p>"


def simple(instruction: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{instruction}"/></w:p>'


def shape(attributes: str) -> str:
    return (
        f'<w:p><w:r><w:pict><v:shape xmlns:v="{VML}" xmlns:o="urn:schemas-microsoft-com:office:office"'
        f' id="s"><v:imagedata {attributes}/></v:shape></w:pict></w:r></w:p>'
    )


def relationship(key: str, kind: str, target: str, mode: str = "") -> str:
    mode = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def with_svg(svg: str) -> bytes:
    """A letterhead whose logo is this picture."""
    shown = '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId88"/></w:drawing></w:r></w:p>'
    links = header_links(relationship("rId88", "image", "media/logo.svg"))
    return in_header(shown, **{HEADER_LINKS: links, "word/media/logo.svg": given(svg)})


def svg(inside: str, attributes: str = "") -> bytes:
    return with_svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>'
        f"{inside}</svg>"
    )


def packed(method: int, part: str, content: bytes) -> bytes:
    """A part that unpacks to far more than it takes, by a method that cannot be stopped on its way."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(letterhead())) as package, ZipFile(stream, "w") as spoiled:
        for name in package.namelist():
            spoiled.writestr(
                name,
                content if name == part else package.read(name),
                compress_type=method if name == part else None,
            )
    return stream.getvalue()


FETCHING = (
    *(
        "DDE",
        "DDEAUTO",
        "INCLUDE",
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "IMPORT",
        "LINK",
        "DATABASE",
        "RD",
        "EMBED",
    ),
    *(
        "MACROBUTTON",
        "GOTOBUTTON",
        "PRINT",
        "ASK",
        "FILLIN",
        "AUTOTEXT",
        "AUTOTEXTLIST",
        "ADDIN",
        "OLE",
        "DATA",
    ),
    *("CONTROL", "HTMLCONTROL", "USERNAME", "QUOTE", "SET", "MERGEFIELD", "FORMTEXT", "TOC", "SHAPE"),
)
FIELDS = {
    **{f"the field {name}": field(f' {name} "c:\\\\x" ') for name in FETCHING},
    "a field in small letters": field("ddeauto x"),
    "a field cut up into several runs": field("D", "DEA", "UTO", ' c:\\\\windows "x"'),
    "a field with other elements in its code": (
        f"<w:p>{mark('begin')}{code('DDE')}{run('<w:t>x</w:t>')}{code('AUTO x')}{mark('end')}</w:p>"
    ),
    "a field in another field": (
        f"<w:p>{mark('begin')}{code(' IF 1 = 1 ')}{field('DDEAUTO x')[5:-6]}{mark('end')}</w:p>"
    ),
    "a field whose name another field writes": (
        f"<w:p>{mark('begin')}{field('TITLE')[5:-6]}{code(' x')}{mark('end')}</w:p>"
    ),
    "a field that never ends": f"<w:p>{mark('begin')}{code('DDEAUTO x')}</w:p>",
    "a code that belongs to no field": f"<w:p>{code('PAGE')}</w:p>",
    "a code after the result": (
        f"<w:p>{mark('begin')}{code('PAGE')}{mark('separate')}{code('DDE x')}{mark('end')}</w:p>"
    ),
    "a code that was deleted": (
        f"<w:p>{mark('begin')}{run('<w:delInstrText>DDE x</w:delInstrText>')}{mark('end')}</w:p>"
    ),
    "a mark that Word does not know": f"<w:p>{mark('start')}</w:p>",
    "a simple field": simple("INCLUDEPICTURE &quot;http://example.org/x.png&quot;"),
    "a simple field by a name written as entities": simple("&#68;DE x"),
    "a link to a file, with no space before it": field('HYPERLINK"file:///c:/x"'),
    "a link to a file, after a switch": field('HYPERLINK \\o "tip" "file:///c:/x"'),
    "a link to a folder of a server": field("HYPERLINK \\\\\\\\host\\\\x"),
    "a link to a program, in typographic quotes": field("HYPERLINK “javascript:x”"),
    "a link that another field writes": (
        f"<w:p>{mark('begin')}{code(' HYPERLINK ')}{field('TITLE')[5:-6]}{mark('end')}</w:p>"
    ),
}
GOOD_FIELDS = (
    *("PAGE", " NUMPAGES \\* MERGEFORMAT ", 'DATE \\@ "d MMMM yyyy"', 'STYLEREF "heading 1"', "= 2 + 2"),
    *("DOCPROPERTY Title", 'IF "a" = "b" "yes" "no"', 'HYPERLINK  \\l "place"', 'HYPERLINK \\l "a"', ""),
    *('HYPERLINK "https://www.example.nhs.uk/" \\o "The CCG"', "HYPERLINK mailto:a@example.org", "page"),
)
PICTURES = {
    "a picture of VML from elsewhere": shape('src="http://example.org/x.png"'),
    "a picture of VML from a folder": shape('src="pictures/x.png"'),
    "a picture of VML by its first address": shape('o:href="http://example.org/x.png"'),
    "a picture of VML from elsewhere, by a relationship that is not there": shape('r:href="rId99"'),
    "an address in a style": (
        f'<w:p><w:r><w:pict><v:rect xmlns:v="{VML}" style="background: url(http://x.org/a)"/></w:pict></w:r></w:p>'
    ),
    "a film from elsewhere": '<w:p><x:webVideoPr xmlns:x="urn:x" embeddedHtml="&lt;iframe&gt;"/></w:p>',
    "an object": '<w:p><o:OLEObject xmlns:o="urn:o" Type="Link" ProgID="Package"/></w:p>',
    "a document within": "<w:altChunk/>",
    "a namespace of Strict Open XML": f'<w:p><x:r xmlns:x="{STRICT_MAIN}"/></w:p>',
}
DRAWINGS = {
    "a script": svg("<script>alert(1)</script>"),
    "a script in another namespace": svg(
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'
    ),
    "a program on loading": svg("", 'onload="alert(1)"'),
    "a program on a click": svg('<g onclick="alert(1)"/>'),
    "a page within": svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    "a picture from elsewhere": svg('<image href="http://example.org/x.png"/>'),
    "a picture from elsewhere, the old way": svg('<image xlink:href="//example.org/x.png"/>'),
    "a picture from a folder": svg('<image href="x.png"/>'),
    "a link to a program": svg('<a href="javascript:alert(1)"><rect/></a>'),
    "a picture within a picture": svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
    "a pattern from elsewhere": svg('<rect fill="url( http://example.org/x )"/>'),
    "a style sheet from elsewhere": svg("<style>@import 'http://example.org/x';</style>"),
    "a font from elsewhere": svg("<style>a {b: url('http://example.org/x')}</style>"),
    "an entity": with_svg(
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    ),
    "no picture at all": with_svg("<html/>"),
    "a picture that is cut off": with_svg("<svg"),
}
BAD_KEYS = ("", " ", "a b", 'a"b', "a&lt;b", "1a", "x" * 300, "&#10;a")
