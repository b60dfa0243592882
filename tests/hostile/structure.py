"""Tricks with YAML itself: what repeats, nests, names a type, or is larger than any submission."""

from __future__ import annotations

from eoi.parse_errors.yaml import MAX_DEPTH, MAX_ITEMS, MAX_NAME
from tests.hostile.cases import Case, Family, refused, refused_in_summary, refused_when_made
from tests.samples import skeleton

LEVELS, WIDTH = 30, 9
TAGS = (
    *("!!bool", "!!int", "!!float", "!!null", "!!str", "!!seq", "!!map", "!!set", "!!omap", "!!pairs"),
    *(
        "!!binary",
        "!!timestamp",
        "!!merge",
        "!!value",
        "!!yaml",
        "!",
        "!own",
        "!<tag:x,1:y>",
        "!!python/none",
    ),
    *("!!python/object/apply:os.system", "!!python/object/new:os.system", "!!python/object:os.system"),
    *(
        "!!python/name:os.system",
        "!!python/module:os",
        "!!python/tuple",
        "!!java/object:x.Y",
        "!ruby/object:X",
    ),
)


def bomb(joined: str = ", ") -> str:
    """Each level holds the one below nine times: 9 to the power of 30 values, were they ever written out."""
    levels = [f"a0: &a0 [{joined.join(['lol'] * WIDTH)}]"]
    levels += [f"a{n}: &a{n} [{joined.join([f'*a{n - 1}'] * WIDTH)}]" for n in range(1, LEVELS)]
    return "\n".join(levels)


def merges(keys: int, times: int) -> str:
    """One large group merged again and again."""
    group = ", ".join(f"k{n}: v" for n in range(keys))
    return f"base: &base {{{group}}}\n" + "".join(f"m{n}:\n  <<: *base\n" for n in range(times))


def nested(opening: str, times: int, closing: str = "") -> str:
    return skeleton(more=f"summary: {opening * times}x{closing * times}\n")


def fields(number: int) -> str:
    return skeleton(more="".join(f"field_{n}: {n}\n" for n in range(number)))


REPETITION = Family(
    "Alias and merge bombs",
    lambda: (
        refused("nine lists of nine lists, thirty deep", bomb(), "yaml-alias"),
        refused("a list that holds itself", "a: &a [*a]", "yaml-alias"),
        refused("a group that holds itself", "a: &a {b: *a}", "yaml-alias"),
        refused("a key that is an alias", "a: &a b\n*a : c", "yaml-alias"),
        refused("500 merges of 500 fields", merges(500, 500), "yaml-merge"),
        refused("a merge of a list of merges", "a: {<<: [{b: 1}, {<<: {c: 2}}]}", "yaml-merge"),
        refused("1,000 anchors", "\n".join(f"a{n}: &a{n} x" for n in range(1000)), "yaml-anchor"),
        refused("the longest name of an anchor", f"a: &{'x' * 1_000_000} b", "yaml-anchor"),
        refused("the longest name of an alias", f"a: *{'x' * 1_000_000}", "yaml-alias"),
    ),
)
DEPTH = Family(
    "Nesting",
    lambda: (
        refused("one level too many", nested("[", MAX_DEPTH, "]"), "too-deep"),
        refused("a thousand lists", nested("[", 1_000, "]"), "too-deep"),
        refused("a million lists never closed", nested("[", 1_000_000), "too-deep"),
        refused("500,000 groups", nested("{a: ", 100_000), "too-deep"),
        refused("lists in keys", nested("? [", 300_000), "yaml-syntax"),
        refused("dashes in a row", skeleton(more="summary:\n " + "- " * 100_000 + "x\n"), "too-deep"),
        refused("question marks in a row", skeleton(more="summary:\n " + "? " * 100_000 + "x\n"), "too-deep"),
        refused(
            "groups indented ever further", "".join(f"{' ' * n}a:\n" for n in range(1_000)) + "x", "too-deep"
        ),
    ),
)
TYPES = Family(
    "Every YAML tag",
    lambda: (
        *(refused_in_summary(f"{tag} before a text", f"{tag} x", "yaml-tag") for tag in TAGS),
        *(refused_in_summary(f"{tag} before a list", f"{tag} [x]", "yaml-tag") for tag in TAGS),
        *(refused_in_summary(f"{tag} before a group", f"{tag} {{x: y}}", "yaml-tag") for tag in TAGS),
        *(refused_in_summary(f"{tag} before nothing", tag, "yaml-tag") for tag in TAGS),
        refused("a tag for the whole file", "--- !!python/object/apply:os.system\n- echo", "yaml-tag"),
        refused("the longest tag", f"a: !{'x' * 1_000_000} b", "yaml-tag"),
    ),
)
LARGE = Family(
    "More than a submission holds",
    lambda: (
        Case("a sparse file of 100 MB", lambda: skeleton().encode(), "file-too-large", size=100_000_000),
        refused_when_made("100 MB of text", lambda: b"#" * 100_000_000, "file-too-large"),
        refused_when_made("a million fields", lambda: fields(1_000_000), "file-too-large"),
        refused_when_made("as many fields as 1 MiB can hold", lambda: fields(45_000), "too-many-values"),
        refused("1,000 fields that do not exist", fields(1_000), "unknown-field"),
        refused("one field 1,000 times", skeleton() + "summary: x\n" * 1_000, "duplicate-key"),
        refused_when_made(
            "a list of a million items", lambda: skeleton(more=f"x: [{'1,' * 500_000}]"), "too-many-values"
        ),
        refused(
            "one item too many", skeleton(more="timescales:\n" + "- x\n" * (MAX_ITEMS + 1)), "too-many-values"
        ),
        refused("the longest name of a field", f"? {'x' * (MAX_NAME + 1)}\n: y\n", "yaml-key"),
        refused_when_made("a million documents", lambda: "---\n" * 250_000, "yaml-second-document"),
    ),
)
