"""How long `eoi check` takes, whole process, beside check-jsonschema with the schema that `eoi` exports.

    python -m benchmarks.check

check-jsonschema looks at structure only. Then 211 distinct submissions are checked in one call on one core:
what one more costs, over the start-up. First all are as long as the longest example, a complete submission of
900 lines; then they are like the four examples in turn, one complete and three drafts.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from benchmarks.environment import EXAMPLE, installed, measured

SUBMISSIONS = 211
EXAMPLES = sorted(EXAMPLE.parent.glob("*.yaml"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        python = installed(Path(folder, "environment"), "check-jsonschema")
        schema = Path(folder, "eoi.schema.json")
        subprocess.run([python, "-m", "eoi", "schema", "-o", schema], check=True, capture_output=True)
        peer = measured(python, "-m", "check_jsonschema", "--schemafile", str(schema), str(EXAMPLE))
        one = measured(python, "-m", "eoi", "check", str(EXAMPLE))
        alone = ("-m", "eoi", "check", "--jobs", "1")
        complete = measured(python, *alone, str(copies(Path(folder, "a"), [EXAMPLE])), rounds=3)
        mixed = measured(python, *alone, str(copies(Path(folder, "b"), EXAMPLES)), rounds=3)
    print(f"{'check-jsonschema, one file':34} {peer * 1000:6.0f} ms {1:6.2f} x")
    print(f"{'eoi check, one file':34} {one * 1000:6.0f} ms {one / peer:6.2f} x")
    for name, many in (("complete", complete), ("mixed", mixed)):
        each = (many - one) / (SUBMISSIONS - 1)
        label = f"eoi check, {SUBMISSIONS} {name} files"
        print(f"{label:34} {many * 1000:6.0f} ms {each * 1000:6.1f} ms each one more")


def copies(folder: Path, examples: Sequence[Path]) -> Path:
    """As many submissions as there were CCGs, each with a name, and where it has them figures, of its own."""
    folder.mkdir()
    for number, example in enumerate(islice(cycle(examples), SUBMISSIONS)):
        text = example.read_text(encoding="utf-8").replace(" CCG\n", f" CCG {number}\n", 1)
        changed = text.replace("177643", str(177643 + number)).replace("£220m", f"£{220 + number}m")
        (folder / f"ccg-{number:03}.yaml").write_text(changed, encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
