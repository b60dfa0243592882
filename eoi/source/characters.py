"""Characters of a text that come with pasting, bullets that people type, and the quotation marks of YAML.

Nobody sees zero-width spaces, soft hyphens, marks of direction and spaces at an end. Two names that look
alike must be alike. Word processors put typographic quotation marks in place of those that YAML reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue

# The joiners have a meaning between letters of a script that joins its letters, and in an emoji.
BREAKS = "\u00ad\u180e\u200b\u2060\ufeff"
JOINERS = "\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
WIDE_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
SPACES = f" \t\n\r\x0b\x0c\x85\u00a0\u2028\u2029\u202f{WIDE_SPACES}"
AT_THE_ENDS = SPACES + BREAKS + JOINERS + DIRECTIONS
UNSEEN = Expression(
    f"[{BREAKS}{DIRECTIONS}]|[{JOINERS}](?=[ -~\u00a3-\u024f]|$)|(?:(?<=[ -~\u00a3-\u024f])|^)[{JOINERS}]"
)
RIGHT_TO_LEFT = Expression("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Single quotation marks can have an apostrophe between them.
WRAPPED = Expression(r"[“”„](?P<double>[^“”„]+)[“”]|‘(?P<single>(?:[^‘’]|’(?=\w))+)’", words="“|”|„|‘")
LONGEST = 100
# The private characters are what Word's Symbol and Wingdings fonts leave behind: a dot, a square, an arrow.
ROUND = "•·∙◦▪▫‣⁃●○■□◆◇►▶➢➤\uf0b7\uf0a7\uf0d8"
TICKS = "✓✔✗✘→\uf0fc"  # they say something, so they are kept behind the dash
DASHES = "–—−"
SPACE = "[ \t\u00a0]"
INDENT = f"{SPACE}{{0,40}}"
# Letters and signs of Word's fonts are bullets only if a tab or a wide gap follows.
MARK_LETTERS = "oØ§v"
LETTERS = rf"[{MARK_LETTERS}](?=\t|{SPACE}{{2}}|\u00a0)"
PASTED = rf"[{ROUND}{TICKS}]|{LETTERS}|[{DASHES}](?={SPACE})"
FOREIGN_SIGNS = tuple(ROUND + TICKS + DASHES)
MARK_LETTERS_SMALL = tuple(MARK_LETTERS.lower())
LETTER_IN_BRACKETS = 7  # characters of the longest letter in brackets, `(xviii)`
LINE = Expression(rf"(?P<indent>{INDENT})(?P<mark>{PASTED}|[-*+](?={SPACE})){SPACE}*(?P<words>\S.*)")
FOREIGN = Expression(rf"^{INDENT}(?:{PASTED})", re.MULTILINE)
# Markdown has no lists with letters; their lines would run together as well.
LETTERED = Expression(
    rf"{INDENT}(?:\((?:[a-z]|[ivx]{{1,5}}|\d{{1,2}})\)|(?:[a-z]|[ivx]{{1,5}})\)){SPACE}+\S", re.IGNORECASE
)
SUSPECT = Expression(rf"{FOREIGN.pattern}|^{LETTERED.pattern}", re.MULTILINE | re.IGNORECASE)
RULER = Expression(r"\s*([-*+])(?:\s*\1){2,}\s*")


def remove_zero_width(text: str) -> str:
    """Remove characters without width from one line.

    In text that runs from right to left, marks of direction are the author's own.
    """
    if text.isascii():
        return text
    text = trim(text)
    if text.isprintable():  # no character without width is printable
        return text
    return text if RIGHT_TO_LEFT.search(text) else UNSEEN.sub("", text)


def trim(text: str) -> str:
    """Remove white space and characters without width from both ends."""
    return text.strip(AT_THE_ENDS)


def remove_quotes(text: str) -> str:
    """Remove typographic quotation marks around a whole text.

    Word processors put them in place of straight ones.
    """
    match = WRAPPED.fullmatch(text)
    return (match["double"] or match["single"]).strip() if match else text


def quote_text(text: str) -> str:
    """Put a text in double quotes, or in single quotes if it holds a double quote or a backslash."""
    text = text.rstrip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def suggest_quotes(text: str) -> str:
    """Advise putting a text in quotes, and show the result if it is short enough for a message."""
    whole = " ".join(text.split())
    return (
        f"Put the whole text in quotes: {quote_text(whole)}."
        if 0 < len(whole) <= LONGEST
        else "Put the whole text in quotes, or below a `|` after the colon."
    )


class BulletLine(FrozenValue):
    """The line of a list: how far it is indented, its mark, and its words."""

    indent: int
    mark: str
    words: str

    @property
    def level(self) -> tuple[int, str]:
        """Return the indentation and the mark that the items of one list share."""
        return self.indent, self.mark

    def __str__(self) -> str:
        return f"{self.mark} {self.words}" if self.mark in TICKS else self.words


def write_markdown_bullets(text: str) -> str:
    """Write each list as Markdown does, and leave the number of lines unchanged.

    A text of one line is not a list: `·5` can be a figure, and a mark would be lost.
    """
    lines = text.split("\n")
    is_one_line = "\n" not in text.strip()
    if is_one_line or not any(map(may_begin_item, lines)) or not SUSPECT.search(text):
        return text
    return "\n".join(write_markdown_lines(lines))


def may_begin_item(line: str) -> bool:
    """Tell whether a line may begin with a foreign bullet or a letter in brackets, without an expression."""
    start = line.lstrip(" \t\u00a0")[:LETTER_IN_BRACKETS]
    is_letter = start[:1].lower() in MARK_LETTERS_SMALL and start[1:2] in (" ", "\t", "\u00a0")
    return start[:1] in FOREIGN_SIGNS or is_letter or ")" in start


def write_markdown_lines(lines: list[str]) -> Iterator[str]:
    """Yield each line with the bullet and the indentation that Markdown knows."""
    levels: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        found = read_bullet(line)
        if found and (found.mark not in DASHES or opens_item(lines, number, bool(levels))):
            levels = find_levels(levels, found.level)
            yield f"{'  ' * (len(levels) - 1)}- {found}" + ("  " if ends_before_letter(lines, number) else "")
            continue
        if line.strip() and not line[:1].isspace() and not find_line_above(lines, number):
            levels = []
        yield f"{line}  " if ends_before_letter(lines, number) else line


def ends_before_letter(lines: list[str], number: int) -> bool:
    """Tell whether the next line begins with `(a)` or `b)`. Two spaces then keep the line break."""
    following = lines[number + 1 : number + 2]
    return bool(lines[number].strip() and following and LETTERED.match(following[0]))


def read_bullet(line: str) -> BulletLine | None:
    """Read a line as an item of a list; return None for any other line."""
    words = line.lstrip()
    # Most lines begin with a word or a figure. No mark has two letters, and few letters are marks.
    if words[:2].isalpha() or (words[:1].isalnum() and words[0] not in MARK_LETTERS):
        return None
    match = LINE.fullmatch(line)
    if match is None or RULER.fullmatch(line):
        return None
    return BulletLine(len(match["indent"].expandtabs(4)), match["mark"], match["words"])


def opens_item(lines: list[str], number: int, in_list: bool) -> bool:
    """Tell whether a dash at the start of a line opens an item.

    It can also belong to a sentence that happens to break there.
    """
    above = find_line_above(lines, number)
    following = read_bullet(lines[number + 1]) if number + 1 < len(lines) else None
    return in_list or not above or above.endswith(":") or (following is not None and following.mark in DASHES)


def find_line_above(lines: list[str], number: int) -> str:
    """Return the line above, without the space around it. The first line has an empty one above it."""
    return lines[number - 1].strip() if number else ""


def find_levels(levels: list[tuple[int, str]], wanted: tuple[int, str]) -> list[tuple[int, str]]:
    """Return the levels from the outermost list to the one with this item.

    Another mark opens an inner list, as in Word.
    """
    if wanted in levels:
        return levels[: levels.index(wanted) + 1]
    return [*(level for level in levels if level[0] <= wanted[0]), wanted]


def split_items(text: str) -> list[str]:
    """Return one text for each item of a list. A text that does not begin with an item is returned whole."""
    lines = [line for line in text.split("\n") if line.strip()]
    items: list[str] = []
    for line in lines:
        found = read_bullet(line)
        if found:
            items.append(str(found))
        elif items:
            items[-1] += f" {line.strip()}"
        else:
            return [text]
    return items or [text]
