"""What it takes to check the longest submission there is, beside a bare script and two other checkers.

    python -m benchmarks --only check

The bare script loads the YAML with the C parser and imports from pydantic what a model needs; a second one
says `import pydantic` only, which loads next to nothing. check-jsonschema gets the schema that `eoi` exports,
and looks at structure only; yamllint looks at layout only.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.contest import Comparison, Contestant, peer
from benchmarks.environment import EXAMPLE, Workshop, run

BARE = """\
import sys
from pydantic import BaseModel
import yaml
with open(sys.argv[1], "rb") as stream:
    yaml.load(stream, Loader=yaml.CSafeLoader)
"""
WITHOUT_MODEL = BARE.replace("from pydantic import BaseModel", "import pydantic")
FILE = str(EXAMPLE)
DONE = (0, 1)  # checkers exit with 1 where they find something


def comparisons(shop: Workshop) -> Iterator[Comparison]:
    eoi = shop.eoi()
    schema = str(shop.place("start") / "eoi.schema.json")
    run([eoi, "-m", "eoi", "schema", "-o", schema])
    options = ("-m", "check_jsonschema", "--schemafile", schema, FILE)
    yield Comparison(
        "checking one submission",
        (
            Contestant("bare script: YAML, `from pydantic import BaseModel`", ((eoi, "-c", BARE, FILE),)),
            Contestant("the same, `import pydantic`", ((eoi, "-c", WITHOUT_MODEL, FILE),)),
            Contestant("`eoi check`", ((eoi, "-m", "eoi", "check", FILE),), at_most=2.5, codes=DONE),
            peer("check-jsonschema", lambda: [(shop.python("check-jsonschema"), *options)], DONE),
            peer("yamllint", lambda: [(shop.python("yamllint"), "-m", "yamllint", FILE)], DONE),
        ),
    )
