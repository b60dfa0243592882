"""The time to check the longest example, beside two other checkers and a bare script.

Run it with `python -m benchmarks --only check`. yamllint checks layout only. check-jsonschema checks
structure only, with the schema that `eoi` exports. The bare script loads the YAML with the parser in C, and
checks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.contest import Comparison, Contestant, peer
from benchmarks.environment import EXAMPLE, Workshop, run

BARE = """\
import sys
import yaml
with open(sys.argv[1], "rb") as stream:
    yaml.load(stream, Loader=yaml.CSafeLoader)
"""
FILE = str(EXAMPLE)
DONE = (0, 1)  # checkers exit with 1 if they find something


def comparisons(shop: Workshop) -> Iterator[Comparison]:
    eoi = shop.eoi()
    schema = str(shop.place("start") / "eoi.schema.json")
    run([eoi, "-m", "eoi", "schema", "-o", schema])
    options = ("-m", "check_jsonschema", "--schemafile", schema, FILE)
    yield Comparison(
        "checking one submission",
        (
            peer("yamllint", lambda: [(shop.python("yamllint"), "-m", "yamllint", FILE)], DONE),
            Contestant("`eoi check`", ((eoi, "-m", "eoi", "check", FILE),), at_most=1.0, codes=DONE),
            peer("check-jsonschema", lambda: [(shop.python("check-jsonschema"), *options)], DONE),
            Contestant("bare script: loads the YAML", ((eoi, "-c", BARE, FILE),)),
        ),
    )
