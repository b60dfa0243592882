"""Names of files that lead elsewhere, mean something to a system, or are too long for one."""

from __future__ import annotations

from tests.hostile.cases import Case, Family
from tests.samples import skeleton

NAMES = (
    *(
        b"..yaml",
        b"...yaml",
        b".yaml",
        b" .yaml",
        b"a b.yaml",
        b"-o.yaml",
        b"--final",
        b"-.yaml",
        b"~.yaml",
    ),
    *(
        b"..\\..\\x.yaml",
        b"C:x.yaml",
        b"x.yaml\\",
        b"%2e%2e%2fx.yaml",
        b"..%00.yaml",
        b"a\nb.yaml",
        b"a\rb.yaml",
        b"a\tb.yaml",
    ),
    *(
        b"CON.yaml",
        b"nul.yaml",
        b"COM1.yaml",
        b"aux",
        b"LPT9.txt.yaml",
        b"x.",
        b"x. .yaml",
        b"desktop.ini",
        b".htaccess",
    ),
    *(
        b"::error::x.yaml",
        b"##[error]x.yaml",
        b"%0A::error::.yaml",
        b"\x1b[31mred.yaml",
        b"\x1b]0;title\x07.yaml",
    ),
    *(
        b"[red]x[/].yaml",
        b"[/].yaml",
        b"{{ 7*7 }}.yaml",
        b"<script>.yaml",
        b"]]>.yaml",
        b"$(id).yaml",
        b"`id`.yaml",
    ),
    *(
        b"a;b.yaml",
        b"a|b.yaml",
        b"*.yaml",
        b"?.yaml",
        b'"x".yaml',
        b"'x'.yaml",
        b"&amp;.yaml",
        b"#x.yaml",
        b"%s%n.yaml",
    ),
    *(
        "\u202egnp.yaml".encode(),
        "a\u200bb.yaml".encode(),
        "\u2028.yaml".encode(),
        "e\u0301.yaml".encode(),
        "\U0001f600.yaml".encode(),
    ),
    *(
        b"\xff\xfe.yaml",
        b"caf\xe9.yaml",
        b"\xed\xa0\x80.yaml",
        b"x" * 200 + b".yaml",
        b"x" * 250 + b".yaml",
        b"x" * 255,
        b"x" * 300,
    ),
)


def named(file: bytes) -> Case:
    raw = skeleton().encode()
    return Case(f"{file!r:.60} ({len(file)} bytes, {file[-2:]!r})", lambda: raw, file=file)


FILE_NAMES = Family("File names", lambda: tuple(named(file) for file in NAMES))
