"""Paragraphs and items that belong to lists of the model: posts, events, milestones, groups, reviews."""

from __future__ import annotations

import re

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.figures import MONEY, SENTENCE, tidy_figure
from eoi.imports.old_documents.places import RoundPlace
from eoi.imports.old_documents.tree import DraftEntry, DraftGroup, Tree
from eoi.submission.dates import normalise_date, parse_date

ONE_LINE = 4_000  # the most characters of a field for a text of one line
BAND = Expression(r"\(?\bBand (\d[a-d]?)\b\)?", re.IGNORECASE)
COST_OF_BAND = Expression(rf"\b(?:B|Band )(\d[a-d]?):? {MONEY}")
SESSIONS = Expression(r"\b(\d{1,2}(?:\.\d)?) sessions?\s?(?:/|per|a)\s?week\b", re.IGNORECASE)
WTE = Expression(r"\b(\d{1,2}(?:\.\d{1,2})?) (?:WTE|FTE)\b", re.IGNORECASE)
BRACKETS = Expression(r"\s?\(([^()]{0,200})\)")
DATES = Expression(
    r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?: \d{4}| \d{2})\b"
    r"|\b20\d\d[/-]\d\d(?:[-/]\d\d)?\b"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th)? )(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6} "
    r"(?:\d{4}|\d{2})\b"
    r"|\b\d\d/\d\d\b"
)
MAY_YEAR = Expression(r"(.{1,40}) (\d\d)")
SHORT_DAY = Expression(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})")
SHORT_YEAR = Expression(r"(\d\d)/(\d\d)")
GROUP = Expression(
    r"((?:[A-Z][\w&’'-]{0,30} (?:(?:and|of|for|the|in) )?){1,7}(?:Group|Committee|Board|Forum|Panel))\s{0,2}"
    r"(?:[-–—:]|\(|would|will|shall|meets|is a|is an)\s?"
)
MEETS = Expression(r"\bmeets? (?:at least )?(weekly|fortnightly|monthly|quarterly|bi-monthly|annually)\b")
CHAIR = Expression(
    r"(?<!not )(?<!not be )\bchaired by (?:an? |the )?([^.,;]{3,120}?)(?= who | which |[.,;]|$)"
)
# What can follow "and" within the title of a post, such as "Patient and Public Involvement".
OF_A_TITLE = Expression(
    r"[A-Z]|(?:(?:public|patient|clinical|corporate|primary|social|community)\s)?"
    r"(?:involvement|engagement|experience|governance|audit|performance|quality|care|finance|safety|strategy|"
    r"planning|communications|partnerships|operations|contracts|delivery|development|innovation)\b"
)
BEGINS_A_CLAUSE = Expression(
    r"(?:will|would|shall|should|can|may|must|is|are|was|has|have|it|they|its|their|the|an?|with|made|"
    r"meets?|reports?|includes?|comprises?|consists?|oversees?|makes?|takes?|decides?|supported|attended)\b"
)
ARTICLE = Expression(r"(?:An?|The) ")
VERB = Expression(r"\s(?:would|will|shall|meets|is)\b")


def place_post(line: Line, tree: Tree) -> bool:
    """Add an item that names a post to the posts; return False for any other item."""
    words = line.words
    band, sessions, wte = BAND.search(words), SESSIONS.search(words), WTE.search(words)
    if not (band or sessions or wte) or len(words) > 300:
        return False
    role = BAND.sub(" ", words)
    fields: dict[str, str] = {}
    for inner in BRACKETS.findall(role):
        if inner.strip() and not BAND.search(inner):
            fields["covers"] = inner.strip()
    role = " ".join(BRACKETS.sub(" ", role).split()).strip(" -–:,")
    if band:
        fields["band"] = band[1]
    if sessions:
        fields["sessions_per_week"] = sessions[1]
    if wte:
        fields["wte"] = wte[1]
    found = {name: DraftEntry(text) for name, text in ({"role": role} | fields).items()}
    tree.add("resources.posts", DraftGroup(dict(found), (f"{line.where}: {words}",)))
    return True


def place_costs(line: Line, tree: Tree) -> None:
    """Put the costs that a sentence states for pay bands into the posts of these bands."""
    posts = tree.get("resources.posts")
    for post in getattr(posts, "items", ()):
        band = post.fields.get("band")
        if not isinstance(band, DraftEntry) or "cost" in post.fields:
            continue
        costs = (found[2] for found in COST_OF_BAND.finditer(line.words) if found[1] == band.text)
        if cost := next(costs, None):
            post.fields["cost"] = DraftEntry(tidy_figure(cost), (f"{line.where}, as printed",))


def place_event(line: Line, path: str, tree: Tree) -> bool:
    """Add an item with one date to the events of a list; return False for any other item."""
    dates = DATES.findall(line.words)
    when = read_printed_date(dates[0]) if len(dates) == 1 else None
    if when is None:
        return False
    date = DraftEntry(when, (f"as printed: {dates[0]}",))
    tree.add(path, DraftGroup({"date": date, "event": DraftEntry(line.words)}, (line.where,)))
    return True


def place_milestones(line: Line, tree: Tree) -> None:
    """Add each sentence of a line to the milestones, with its date if it has exactly one."""
    for sentence in SENTENCE.split(line.words):
        dates = DATES.findall(sentence)
        when = read_printed_date(dates[0]) if len(set(dates)) == 1 else None
        fields: dict[str, DraftEntry] = {"milestone": DraftEntry(sentence)}
        if when:
            fields["date"] = DraftEntry(when, (f"as printed: {dates[0]}",))
        tree.add("timescales", DraftGroup(dict(fields), (line.where,)))


def place_review(line: Line, tree: Tree) -> None:
    """Add a line to the reviews."""
    tree.add("evaluation", DraftGroup({"what": DraftEntry(line.words)}, (line.where,)))


def place_group(line: Line, tree: Tree) -> bool:
    """Add a paragraph that begins with a group's name to the groups; return False for any other paragraph."""
    match = GROUP.match(line.words)
    if not match or len(line.words.split()) < 12:
        return False
    said, name = line.words, ARTICLE.sub("", match[1], 1)
    # A sentence about the group would lose its subject, and a name its article.
    is_whole = name != match[1] or VERB.match(said, match.end(1))
    purpose = said if is_whole else said[match.end(1) :].lstrip(" -–—:")
    fields = {"name": DraftEntry(name), "purpose": DraftEntry(purpose, (), True)}
    if meets := MEETS.search(said):
        fields["meets"] = DraftEntry(meets[1])
    if chair := find_chair(said):
        fields["chair"] = DraftEntry(chair)
    tree.add("governance.groups", DraftGroup(dict(fields), (line.where,)))
    return True


def find_chair(said: str) -> str:
    """Return who chairs a group; return an empty text if a sentence does not say so clearly.

    The title of a post can hold "and", which else begins the next statement.
    """
    match = CHAIR.search(said)
    first, *others = match[1].split(" and ") if match else [""]
    for other in others:
        if BEGINS_A_CLAUSE.match(other):
            break
        if not OF_A_TITLE.match(other):
            return ""
        first = f"{first} and {other}"
    return first


def read_printed_date(printed: str) -> str | None:
    """Return a date as a field can hold it: `27/5/14` becomes a day of 2014; return None for no date."""
    if match := SHORT_DAY.fullmatch(printed):
        day, month, year = match.groups()
        text = f"{year if len(year) == 4 else '20' + year}-{int(month):02}-{int(day):02}"
    elif match := SHORT_YEAR.fullmatch(printed):
        if (int(match[1]) + 1) % 100 != int(match[2]):
            return None
        text = f"20{match[1]}/{match[2]}"
    elif (match := MAY_YEAR.fullmatch(printed)) and match[1][-1:].isalpha():
        text = f"{match[1]} 20{match[2]}"
    else:
        text = printed
    try:
        return text if parse_date(normalise_date(text)) else None
    except ValueError:
        return None


def place_row(line: Line, place: RoundPlace, tree: Tree) -> str:
    """Add a line to a list of the model if it is one of its items.

    Return the path of the list, or an empty text.
    """
    is_item = line.kind in ("bullet", "number")
    if len(line.words) > ONE_LINE or line.kind == "heading":
        return ""
    if is_item and place.part == "resources" and place_post(line, tree):
        return "resources.posts"
    if is_item and place.rows.endswith(("nhs_england", "events")) and place_event(line, place.rows, tree):
        return place.rows
    if place.rows == "timescales":
        place_milestones(line, tree)
        return "timescales"
    if place.rows == "evaluation":
        place_review(line, tree)
        return "evaluation"
    if place.section in ("scope", "governance") and not is_item and place_group(line, tree):
        return "governance.groups"
    return ""
