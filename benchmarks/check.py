"""How long `eoi check` takes, whole process, beside check-jsonschema with the schema that `eoi` exports.

    python -m benchmarks.check

check-jsonschema looks at structure only. The second part checks 211 distinct submissions in one call on
one core: what one more submission costs, over the start-up.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from benchmarks.environment import EXAMPLE, installed, measured

SUBMISSIONS = 211


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        python = installed(Path(folder, "environment"), "check-jsonschema")
        schema = Path(folder, "eoi.schema.json")
        subprocess.run([python, "-m", "eoi", "schema", "-o", schema], check=True, capture_output=True)
        peer = measured(python, "-m", "check_jsonschema", "--schemafile", str(schema), str(EXAMPLE))
        one = measured(python, "-m", "eoi", "check", str(EXAMPLE))
        many = measured(python, "-m", "eoi", "check", str(copies(Path(folder, "round"))), rounds=3)
    print(f"{'check-jsonschema, one file':34} {peer * 1000:6.0f} ms {1:6.2f} x")
    print(f"{'eoi check, one file':34} {one * 1000:6.0f} ms {one / peer:6.2f} x")
    each = (many - one) / (SUBMISSIONS - 1)
    print(f"{f'eoi check, {SUBMISSIONS} files':34} {many * 1000:6.0f} ms {each * 1000:6.1f} ms each one more")


def copies(folder: Path) -> Path:
    """As many submissions as there were CCGs, each with a name and figures of its own."""
    folder.mkdir()
    text = EXAMPLE.read_text(encoding="utf-8")
    for number in range(SUBMISSIONS):
        changed = text.replace(
            "NHS Bath and North East Somerset CCG", f"NHS Bath and North East Somerset CCG {number}"
        )
        changed = changed.replace("177643", str(177643 + number)).replace("£220m", f"£{220 + number}m")
        (folder / f"ccg-{number:03}.yaml").write_text(changed, encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
