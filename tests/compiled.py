"""Templates are compiled once for all tests of a process: the same text gives the same code.

    with compile_once():
        ...    # each environment that is made meanwhile takes the code of the earlier ones

To compile the templates of a document takes longer than to make the document, and a test with templates of
its own makes a new environment. The code of the program's own templates is kept for other processes and later
runs too, beside the compiled modules, until any file changes that it may depend on.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import NamedTemporaryFile, mkdtemp
from typing import Any
from unittest.mock import patch

from tests import kept
from tests.once import alone

MOST = 1000  # templates
LONGEST = 100_000  # characters of a template that is kept; what is longer was written to be refused


@cache
def copied_templates() -> Path:
    """Return a full copy of the templates, as a CCG's own; its code is kept as theirs is."""
    from eoi.papers import find_templates_folder

    place = folder_of_code() or Path(mkdtemp(prefix="eoi-templates-"))
    with alone(place / "copied.lock"):
        if not (place / "copied").exists():
            copytree(find_templates_folder(), place / "half", dirs_exist_ok=True)
            (place / "half").rename(place / "copied")
    return place / "copied"


@contextmanager
def compile_once() -> Iterator[None]:
    """Keep the code of templates, by everything that it depends on."""
    # Imported late: coverage is counted only after `tests/conftest.py` is loaded.
    from eoi.document.templating.sandbox import Sandbox
    from eoi.papers import find_templates_folder

    compile_anew = Sandbox.compile
    environments: dict[object, Sandbox] = {}
    own, folder = (str(find_templates_folder()), str(copied_templates())), folder_of_code()

    @lru_cache(maxsize=MOST)
    def compile_kept(kind: object, *asked: Any) -> Any:
        is_own = len(asked) > 2 and str(asked[2]).startswith(own)
        path = folder / sha256(repr((kind, asked)).encode()).hexdigest() if folder and is_own else None
        if path and path.exists():
            return marshal.loads(path.read_bytes())
        code = compile_anew(environments[kind], *asked)
        if path and kept.allowed[0]:
            store(marshal.dumps(code), path)
        return code

    def compile_template(env: Sandbox, source: Any, *more: Any, **named: Any) -> Any:
        if named or not isinstance(source, str) or len(source) > LONGEST:
            return compile_anew(env, source, *more, **named)
        kind = (type(env), tuple(env.extensions))
        environments[kind] = env
        return compile_kept(kind, source, *more)

    with patch.object(Sandbox, "compile", compile_template):
        yield


@cache
def folder_of_code() -> Path | None:
    """Return the folder of code for the files as they are now, without those of the same files before."""
    from tests.compiled_program import state_of_sources
    from tests.samples import ROOT

    if sys.pycache_prefix is None:
        return None
    begin = f"templates-{sha256(bytes(ROOT)).hexdigest()[:12]}-"
    folder = Path(sys.pycache_prefix, f"{begin}{state_of_sources()}-{version('jinja2')}")
    for earlier in folder.parent.glob(f"{begin}*"):
        if earlier != folder:
            rmtree(earlier, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def store(code: bytes, path: Path) -> None:
    """Write a file that no other process sees half written; what cannot be written is compiled again."""
    with suppress(OSError):
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(code)
        Path(file.name).replace(path)
