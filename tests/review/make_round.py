"""Make a folder of a whole round from the examples, with ten things planted that a review has to find.

    python -m tests.review.make_round FOLDER [196]

Every copy is of another CCG, and no sentence of a copy is that of another file, so that what two files share
was planted.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eoi.reference import load_ccgs
from tests.samples import EXAMPLES

SIX_WORDS = re.compile(r"((?:\S+\s+){5}\S+)")
BATH = next(path for path in EXAMPLES if path.stem.startswith("bath"))
TAKEN = {"11E", "07Q", "09A", "10X"}
SHARED = "We planted this sentence of more than twelve words in exactly two of all these submissions."
SWAPPED = (
    "We planted this sentence in exactly two submissions, and one of them says {} people in place of it."
)
FEWEST = 20
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # in C, where there is one
OTHERS = 2  # files beside the examples and the copies: the renamed one and the unreadable one


def make_round(folder: Path, number: int = 196) -> dict[str, list[str]]:
    """Write the files, and return the names of those with something planted, by what was planted."""
    folder.mkdir(parents=True, exist_ok=True)
    for example in EXAMPLES:
        (folder / example.name).write_bytes(example.read_bytes())
    codes = [code for code in load_ccgs() if code not in TAKEN][: number - len(EXAMPLES) - OTHERS]
    copies = {f"copy-{code}.yaml": copy_for(code, place) for place, code in enumerate(codes)}
    names = list(copies)
    planted = plant(copies, names)
    for name, body in copies.items():
        (folder / name).write_text(
            yaml.dump(body, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=100), encoding="utf-8"
        )
    (folder / "renamed.yaml").write_bytes((folder / names[9]).read_bytes())
    (folder / "unreadable.yaml").write_text("form: [", encoding="utf-8")
    return planted | {"renamed": [names[9], "renamed.yaml"], "unreadable": ["unreadable.yaml"]}


def plant(copies: dict[str, Any], names: list[str]) -> dict[str, list[str]]:
    """Plant all but the copied and the broken file."""
    twice = copy_for(copies[names[0]]["applicants"][0]["code"], len(names) + 1)
    copies["twice.yaml"] = twice
    for name in names[1:3]:
        copies[name]["summary"] += f"\n\n{SHARED}\n"
    for name, figure in zip(names[3:5], ("1,200", "1,300"), strict=True):
        copies[name]["summary"] += f"\n\n{SWAPPED.format(figure)}\n"
    copies[names[5]]["resources"] = {"total": "£9.9m"}
    copies[names[6]]["submitted"] = "25 December 2014"
    copies[names[7]]["status"] = "withdrawn"
    copies[names[8]]["round"] = "2015"
    partner = copies.pop(names[11])["applicants"][0]
    copies[names[10]]["applicants"].append(partner)
    return {
        "twice": [names[0], "twice.yaml"],
        "shared": names[1:3],
        "swapped": names[3:5],
        "outlier": [names[5]],
        "late": [names[6]],
        "withdrawn": [names[7]],
        "another round": [names[8]],
        "joint": [names[10]],
    }


def copy_for(code: str, place: int) -> dict[str, Any]:
    """Return an example as another CCG's, in words that no other copy has."""
    letters = "x" + "".join(chr(97 + int(digit)) for digit in str(place))
    changed: dict[str, Any] = change_words(read_bath(), letters)
    applicant = changed["applicants"][0]
    applicant |= {"name": load_ccgs()[code].name, "code": code}
    for key in ("short_name", "area_team", "local_authorities"):
        applicant.pop(key, None)
    changed["resources"] = {"total": f"£{60 + place % 40}k"}
    changed.pop("signatories", None)
    changed["submitted"] = "20 June 2014"
    return changed


@cache
def read_bath() -> dict[str, Any]:
    """Read the example once for all its copies: `change_words` makes a new value of it."""
    found: dict[str, Any] = yaml.load(BATH.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def change_words(node: Any, word: str) -> Any:
    """Put a word after every six of each text."""
    if isinstance(node, dict):
        return {key: change_words(value, word) for key, value in node.items()}
    if isinstance(node, list):
        return [change_words(value, word) for value in node]
    return SIX_WORDS.sub(rf"\1 {word}", node)


if __name__ == "__main__":
    make_round(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 196)
