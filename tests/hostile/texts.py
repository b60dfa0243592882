"""Texts that mean something to what they pass through: templates, browsers, Word, terminals, build logs.

Each is put into every field of a submission, and is to be in every document just as it was typed.
"""

from __future__ import annotations

from tests.hostile.cases import Family
from tests.hostile.characters import STACKED, UNSEEN
from tests.hostile.everywhere import everywhere, rotate

JINJA = (
    "{{ 7*7 }} {% include '/etc/passwd' %} {# gone #} {{ self.__init__.__globals__ }} {%- raw -%} "
    "${7*7} <%= 7*7 %> #{7*7} {{ ''.__class__.__mro__[1].__subclasses__() }} "
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}"
)
HTML = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> </p></div></main> '
    "<style>*{display:none}</style> "
    "<!-- gone --> <svg/onload=alert(1)> &lt;b&gt; &#60; <iframe src=//evil.example> ' onclick=alert(1) x='"
)
LINKS = (
    "javascript:alert(1) JaVaScRiPt:alert(1) data:text/html;base64,PHNjcmlwdD4= vbscript:x "
    "file:///etc/passwd \\\\evil.example\\share //evil.example"
)
MARKDOWN = (
    "# *a* __b__ `c` ~~d~~ [e](javascript:alert(1)) ![f](https://evil.example/f.png) <https://evil.example> "
    "| g | \\h 1. i - j > k [l]: m [^1] ``` $$x$$ ==n== :tada: @octocat ---"
)
TYPST = (
    '= a #read("/etc/passwd") *b* _c_ $d$ <e> @f `g` #import "x": * // h /* i */ '
    '\\u{41} ~ -- --- <1% #eval("1")'
)
XML = (
    ']]> <![CDATA[ <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]> &y; '
    "</w:t></w:r></w:p> <w:p/>"
)
FIELD_CODES = (
    '{ INCLUDETEXT "c:\\\\secret.docx" } { DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc" } \\* MERGEFORMAT '
    '{ HYPERLINK "file:///x" } { =1+1 } { PAGE } \u00abField\u00bb { TOC \\o }'
)
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|'/c calc'!A1", "\uff1d1+1")
COMMANDS = (
    "::error::x %0A::set-env name=PATH::x %250A ##[error]x ##vso[task.setvariable variable=a]b "
    "::stop-commands::y ::add-mask::z"
)
MARKUP = (
    "[red]a[/red] [/] [link=https://evil.example]b[/link] [bold :smiley: [[c]] \\[d] [@click=app.bell]e[/]"
)
PATHS = "../../../etc/x /etc/passwd C:\\Windows\\x CON NUL aux.txt ~root $HOME `id` $(id) ; rm -rf * | x"


def family(name: str, *lines: str | tuple[str, ...]) -> Family:
    return Family(name, lambda: (everywhere("in every field", *lines),))


# Five documents for all: each takes seconds, and a file may hold no more signs of Markdown. What is lost from
# one is named by its own words. A formula is one only where it begins a cell: the characters follow it.
FAMILIES = (
    family("Template syntax and paths", *rotate(JINJA, PATHS)),
    family("Scripts, HTML and Rich markup", *rotate(HTML, MARKUP)),
    family("Markdown and Typst", *rotate(MARKDOWN, TYPST)),
    family("XML, links, field codes and commands", *rotate(XML, LINKS, FIELD_CODES, COMMANDS)),
    family("Formulas, unseen characters and stacked ones", *((line, UNSEEN, *STACKED) for line in FORMULAS)),
)
