"""Numbers, dates and shares that no machine should try to count out."""

from __future__ import annotations

from tests.hostile.cases import Family, refused
from tests.samples import skeleton

DIGITS = "9" * 5_000
BIG = (
    *(DIGITS, f"-{DIGITS}", f"£{DIGITS}", f"{DIGITS}%", f"0.{DIGITS}", f"1e{DIGITS}", "1e999999999", "1E400"),
    *(
        "0x" + "f" * 5_000,
        "0b" + "1" * 5_000,
        "0o" + "7" * 5_000,
        "1_000_" * 1_000,
        "1," * 1_000,
        ".inf",
        "-.inf",
        ".nan",
    ),
    *(
        "nan",
        "Infinity",
        "1:59:59" + ":59" * 50_000,
        "²³",
        "٣٤",
        "１２３",
        "½",
        "£" * 1_000,
        "1" + "k" * 1_000,
        "--1",
    ),
    f"1 {'bn ' * 1_000}",
)
DATES = (
    *(
        "0000-00-00",
        "2014-02-30",
        "99999-01-01",
        "-2014-01-01",
        f"{DIGITS}-01-01",
        f"2014/{DIGITS}",
        "2014-W53",
    ),
    *(
        "9999-12-31",
        "31/04/2014",
        "1" * 100_000,
        "2014-06-20T00:00:00Z",
        "June " * 20_000,
        f"1 {'x' * 100_000} 2014",
    ),
)
FIELDS = {
    "money": "resources: {total: %s}",
    "count": "engagement: {public: {sent: %s}}",
    "share": "engagement: {public: {response_rate: %s}}",
}


def of_number(kind: str, index: int, typed: str) -> tuple[str, str]:
    return f"{kind} {index}", skeleton(more=FIELDS[kind] % f'"{typed}"' + "\n")


NUMBERS = Family(
    "Huge numbers, exponents and dates",
    lambda: (
        *(
            refused(*of_number(kind, index, typed), "wrong-value")
            for kind in FIELDS
            for index, typed in enumerate(BIG)
            if (kind, typed[-1]) != ("share", "%")
        ),
        *(
            refused(f"date {index}", skeleton(more=f'submitted: "{typed}"\n'), "wrong-value")
            for index, typed in enumerate(DATES)
        ),
        refused("a round of a million digits", skeleton().replace("2014", "2014" * 200_000), "text-too-long"),
    ),
)
