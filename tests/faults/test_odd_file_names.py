"""A file's name holds controls or bytes that are no text: documents spell them out, and hold none of them."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from eoi.reports.lines import UNSAFE
from eoi.source.decoding import INVISIBLE
from tests.cli.calls import Call
from tests.faults.builds import posix, written
from tests.readers import READERS
from tests.samples import skeleton
from tests.thorough import some_of

pytestmark = [
    posix,
    pytest.mark.skipif(sys.platform == "darwin", reason="the system refuses names that are no text"),
]
NAMES = (
    b"a\x1b[31mb\x07.yaml",
    b"a\nb\tc.yaml",
    "a\u202eb\u2028c.yaml".encode(),
    b"a\xff\xfeb.yaml",
    "a\ufffeb\U0001ffffc.yaml".encode(),
    b"a\x7f\xc2\x85b.yaml",
)


@pytest.mark.parametrize("name", some_of(NAMES, 2))
def test_no_document_holds_what_the_name_may_not_do(eoi: Call, name: bytes) -> None:
    Path("in").mkdir()
    file = Path(os.fsdecode(b"in/" + name))
    file.write_text(skeleton(), encoding="utf-8")
    assert eoi("build", "in").code == 0
    seen = [path for path in sorted(Path("build").iterdir()) if path.suffix[1:] in READERS]
    assert len(seen) == 2 * len(READERS)
    for path in seen:
        text = READERS[path.suffix[1:]](path.read_bytes())
        assert not set(UNSAFE.findall(text) + INVISIBLE.findall(text)) - set("\n\t\r\x0c"), path
    for ending in ("html", "md"):
        (page,) = Path("build").glob(f"*checklist.{ending}")
        assert not UNSAFE.findall(page.read_text(encoding="utf-8").replace("\n", ""))


@pytest.mark.parametrize("plane", [0, 1, 2, 15, 16])
@pytest.mark.parametrize("last", [0xFFFE, 0xFFFF])
def test_no_text_holds_what_is_no_character(eoi: Call, plane: int, last: int) -> None:
    character = chr(plane * 0x10000 + last)
    written(Path("ccg.yaml"), skeleton(more=f"summary: a{character}b\n"))
    code, out, _ = eoi("check", "ccg.yaml", "--format", "concise")
    assert code == 1
    assert re.search(r"ccg\.yaml:5:11: error: .*\[control-character\]", out)
