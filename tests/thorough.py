"""How often a slow property is tried: always as often as is promised in CI, and a fifth of it at a desk.

    @settings(max_examples=examples(550))

EOI_EVERY_TEST is set in CI, as for tests that need another program.
"""

from __future__ import annotations

import os

IS_THOROUGH = "EOI_EVERY_TEST" in os.environ


def examples(full: int) -> int:
    """So many in CI; elsewhere fewer, other ones at each run."""
    return full if IS_THOROUGH else max(1, full // 5)
