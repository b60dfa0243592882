"""`round.json` is what docs/review.schema.json says, and the schema allows nothing else."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.review.reviewed_round import assessed_round
from tests.samples import ROOT

SCHEMA = json.loads((ROOT / "docs" / "review.schema.json").read_text(encoding="utf-8"))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.slow
def test_a_round_with_everything_in_it_fits_the_schema(tmp_path_factory: pytest.TempPathFactory) -> None:
    report = json.loads((assessed_round(tmp_path_factory) / "round.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(report)] == []
    for key in ("submissions", "unreadable", "ccgs", "shared", "overlaps", "notices", "outliers", "assessed"):
        assert report[key], f"the schema is not tried on {key}"
    report["submissions"][0]["unknown"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(report)
