"""Templates are compiled once for all tests of a process: the same text gives the same code.

    with compile_once():
        ...    # each environment that is made meanwhile takes the code of the earlier ones

To compile the templates of a document takes longer than to make the document, and a test with templates of
its own makes a new environment.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pytest

MOST = 1000  # templates
LONGEST = 100_000  # characters of a template that is kept; what is longer was written to be refused


@contextmanager
def compile_once() -> Iterator[None]:
    """Keep the code of templates, by everything that it depends on."""
    # Imported late: coverage is counted only after `tests/conftest.py` is loaded.
    from eoi.document.templating.sandbox import Sandbox

    compile_anew = Sandbox.compile
    environments: dict[object, Sandbox] = {}

    @lru_cache(maxsize=MOST)
    def compile_kept(kind: object, *asked: Any) -> Any:
        return compile_anew(environments[kind], *asked)

    def compile_template(env: Sandbox, source: Any, *more: Any, **named: Any) -> Any:
        if named or not isinstance(source, str) or len(source) > LONGEST:
            return compile_anew(env, source, *more, **named)
        kind = (type(env), tuple(env.extensions))
        environments[kind] = env
        return compile_kept(kind, source, *more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sandbox, "compile", compile_template)
        yield
