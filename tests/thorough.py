"""How often a slow property is tried: in CI often enough to meet each kind of fault, and longer on request.

    @settings(max_examples=examples(550))        # all in CI, a fifth of them at a desk
    @settings(max_examples=examples(550, 100))   # 100 each time, and 550 in a long search

EOI_EVERY_TEST is set in CI, as for tests that need another program. EOI_THOROUGH asks for the long searches,
for which a person or a nightly job has the time.
"""

from __future__ import annotations

import os

IS_LONG_SEARCH = "EOI_THOROUGH" in os.environ
IS_IN_CI = "EOI_EVERY_TEST" in os.environ


def examples(full: int, usual: int | None = None) -> int:
    """Return how many to try: `full` in a long search, else the usual number, or a part of all at a desk."""
    if IS_LONG_SEARCH or (IS_IN_CI and usual is None):
        return full
    return usual or max(1, full // 5)
