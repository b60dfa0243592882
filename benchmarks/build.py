"""How long `eoi build` takes, whole process, beside importing the two libraries that nothing can do without.

    python -m benchmarks.build

Prints medians and their ratios to the floor measured in the same run. The example is built to all formats.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.environment import EXAMPLE, installed, measured


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        python = installed(Path(folder, "environment"))
        build = ("-m", "eoi", "build", str(EXAMPLE), "-o", f"{folder}/out")
        medians = {
            "import yaml, jinja2 (the floor)": measured(python, "-c", "import yaml, jinja2"),
            "eoi --version": measured(python, "-m", "eoi", "--version"),
            "eoi build, three formats": measured(python, *build),
        }
    floor = next(iter(medians.values()))
    for name, median in medians.items():
        print(f"{name:34} {median * 1000:6.0f} ms {median / floor:6.1f} x")


if __name__ == "__main__":
    main()
