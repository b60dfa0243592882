"""The parts of a round that a heading can mean, and the fields for the text below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import log

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.rounds.model import Round, RoundPart
from eoi.submission import MARKDOWN
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part

WORD = Expression(r"[a-z]+")
LETTERED = Expression(
    r"(?:(?:section|part|appendix|annex|chapter|question)\s{1,3}|[Qq](?=\d))?"
    r"\(?((?:\d{1,2}\.){0,4}\d{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{1,5}|[A-Z]\.[0-9IVX]{1,4})(?:[.):]{1,2}|\s[-–—])\s{0,3}(?=\S)",
)
IGNORED_WORDS = (
    "the a an of and for in to our its your their how does do has have had been be is are what which who "
    "with by we us it this that on at as ccg ccgs clinical group nhs proposal proposals proposed commission "
    "commissioning co cocommissioning primary care section part would can any far so etc such"
)
IGNORED = frozenset(IGNORED_WORDS.split())
FUTURE = frozenset({"future", "plan", "plans", "planned", "planning", "will", "next", "ahead", "now"})
SAME = {"nhse": "england", "gps": "members", "gp": "members", "practices": "members", "quality": "quality"}
# Other headings for the text of a field. Each counts as much as the round's own heading.
HEADINGS: Mapping[str, str] = {
    "summary": "executive summary; overview of the proposal; abstract; in brief",
    "background.vision": "background; about us; who we are; profile of the CCG; population served; context",
    "background.structure": "structure; commissioning support; our organisation",
    "ccgs_involved.reasons": "CCGs involved and why; CCGs involved; applicants; partner CCGs; applying",
    "benefits.vision": "benefits; vision; our vision; our ambition for primary care",
    "benefits.five_year_plan": "strategic fit; fit with five year strategic plan; link with our strategy",
    "benefits.integration": "integration; integrated care; integration of services; joined up care",
    "benefits.quality": "quality; raising standards of quality; reducing variation; quality improvement",
    "benefits.involvement": "patient and public involvement; involving patients and public",
    "benefits.inequalities": "health inequalities; tackling inequalities; equality",
    "scope.functions": "scope; functions in scope; scope of functions; functions",
    "resources.posts": "capacity and resources; resources; staffing; resource requirements; posts",
    "arrangement.overview": "nature of co-commissioning; proposed model; overview; form of co-commissioning",
    "arrangement.budget.envelope": "budgets; finance; financial arrangements; money; managing budgets",
    "arrangement.future": "the future; next steps; how the arrangement might develop",
    "timescales": "timescales; timetable; timeline; milestones; key dates; implementation plan",
    "governance.groups": "governance; governance arrangements; decision making",
    "governance.conflicts_of_interest.policy": "conflicts of interest; managing conflicts of interest",
    "engagement.members.consulted": "member engagement; engagement of members; engagement with practices",
    "engagement.members.planned": "future engagement of members",
    "engagement.stakeholders": "stakeholder engagement; stakeholders; partners; engagement of stakeholders",
    "engagement.stakeholders_planned": "future engagement of stakeholders",
    "engagement.public.method": "public engagement; engagement of patients and public; patient survey",
    "engagement.nhs_england": "engagement with NHS England; discussions with area team",
    "evaluation": "monitoring and evaluation; evaluation; monitoring; measuring success; review",
    "signatories": "signatures; sign off; signed; approval",
    "support": "support; letters of support; supporting bodies; endorsements",
}
WITHOUT_PROSE = frozenset({"engagement"})  # its first part does not take its text
PROSE = {
    "governance": "governance.introduction",
    "stakeholders": "",
    "members": "engagement.members.view",
}
LIKE_ENOUGH, SURE, CERTAIN = 0.55, 0.72, 0.9
LONGEST, FEW_WORDS = 300, 8  # characters and words of a line that acts as a heading
ONE_WORD = 0.75  # the least likeness with a single word
OF_A_NAME, OF_ANY_OTHER = 1.0, 3.0  # the weight of a word that no place has
HERE, LETTER = 0.12, 0.1


@dataclass(frozen=True)
class RoundPlace:
    """A section of a round, or a part of one.

    `prose` is the path of the field for its text, and `rows` that of its list; each is empty if there is
    none. `phrases` holds the words of each heading that can mean it.
    """

    section: str
    part: str
    number: str
    label: str
    phrases: tuple[frozenset[str], ...]
    prose: str
    rows: str


class RoundPlaces:
    """The places of a round, found by the words of a heading."""

    def __init__(self, round_: Round) -> None:
        self.every = tuple(list_places_of_round(round_))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weight of each word. A word that fewer places have weighs more."""
        counts = Counter(word for place in self.every for word in frozenset().union(*place.phrases))
        return {word: 1 + log(len(self.every) / count) for word, count in counts.items()}

    def find(self, heading: str, now: RoundPlace | None, least: float = LIKE_ENOUGH) -> RoundPlace | None:
        """Return the place that a heading means; return None if its score is below `least`.

        `now` is the place above it, whose section is preferred.
        """
        letter, bare = split_letter(heading)
        told = tell_words(bare)
        names = tell_words(" ".join(word for word in bare.split() if word[:1].isupper()))
        strange = sum(
            OF_A_NAME if word in names else OF_ANY_OTHER for word in told if word not in self.weights
        )
        scored = [(self.score(told, strange, letter, place, now), -at) for at, place in enumerate(self.every)]
        best, at = max(scored, default=(0.0, 0))
        return self.every[-at] if best >= least else None

    def score(
        self, told: frozenset[str], strange: float, letter: str, place: RoundPlace, now: RoundPlace | None
    ) -> float:
        """Return how well a heading fits a place. It grows with the share of their words that both have."""
        like = max((self.likeness(told, strange, phrase) for phrase in place.phrases), default=0.0)
        if not like:
            return 0.0
        here = HERE if now and place.part and now.section == place.section else 0.0
        return like + here + (LETTER if letter and letter.upper() == place.number.upper() else 0.0)

    def likeness(self, told: frozenset[str], strange: float, phrase: frozenset[str]) -> float:
        """Return the share of words in common by weight, from 0 to 1."""
        common = sum(self.weights[word] for word in told & phrase)
        whole = strange + sum(self.weights[word] for word in (*(told & self.weights.keys()), *phrase))
        like = 2 * common / whole if common else 0.0
        return like if len(phrase) > 1 or like >= ONE_WORD else 0.0


def list_places_of_round(round_: Round) -> Iterator[RoundPlace]:
    """Yield the sections and parts of a round."""
    for section in round_.sections:
        parts = [
            make_place_of_section(section.id, part.id, part, f"{section.label}, {part.label}")
            for part in section.parts
        ]
        whole = make_place_of_section(section.id, "", section, section.label)
        first = parts[0].prose if parts and section.id not in WITHOUT_PROSE else ""
        yield replace(whole, prose=whole.prose or first)
        yield from parts


def make_place_of_section(section: str, part: str, one: RoundPart, label: str) -> RoundPlace:
    """Return a section or part, with the fields that its requirements name."""
    paths = [asked.path for asked in one.requirements]
    others = [path for asked in one.requirements for path in asked.or_path]
    phrases = [
        one.heading,
        one.question,
        *(text for path in paths for text in HEADINGS.get(path, "").split(";")),
    ]
    told = (tell_words(phrase) for phrase in phrases)
    prose = next((path for path in (*paths, *others) if is_prose_field(path)), "")
    rows = next((path for path in paths if is_list_of_parts(path)), "")
    return RoundPlace(
        section,
        part,
        one.number,
        label,
        tuple(dict.fromkeys(words for words in told if words)),
        PROSE.get(part or section, prose),
        rows,
    )


def is_prose_field(path: str) -> bool:
    """Tell whether a field holds text with paragraphs, and occurs only once in a file."""
    field = find_model_field(path)
    return "[]" not in path and field is not None and field.kind is MARKDOWN


def is_list_of_parts(path: str) -> bool:
    """Tell whether a field is a list of groups."""
    field = find_model_field(path)
    return "[]" not in path and field is not None and field.is_list and field.part is not None


def find_model_field(path: str) -> Field | None:
    """Return the field at a path such as `governance.groups[].meets`; return None if there is none."""
    part: type[Part] | None = Submission
    field = None
    for name in path.replace("[]", "").split("."):
        field = part.by_written.get(name) if part else None
        if field is None:
            return None
        part = field.part
    return field


def split_letter(heading: str) -> tuple[str, str]:
    """Separate the letter or number of a heading from its words: `B.` and `Intended benefits`.

    The letter is empty if there is none.
    """
    match = LETTERED.match(heading.strip())
    return (match[1], heading.strip()[match.end() :]) if match else ("", heading.strip())


def tell_words(text: str) -> frozenset[str]:
    """Return the significant words of a heading, each cut to its stem."""
    plain = text.lower().replace("expression of interest", "").replace("co-", "").replace("’", "'")
    found = (SAME.get(word, word) for word in WORD.findall(plain))
    return frozenset(
        "future" if word in FUTURE else word[:5] for word in found if word not in IGNORED and len(word) > 1
    )


def choose_heading_likeness(line: Line) -> float | None:
    """Return the score at which a line that is not a heading in the file counts as one.

    Bold lines and lines with a letter or number need a lower score than merely short lines. It is None for
    other text.
    """
    words = line.words
    if line.cell or line.kind not in ("paragraph", "number") or not words or len(words) > LONGEST:
        return None
    letter = split_letter(words)[0]
    if all(run.strong for run in line.runs if run.words.strip()) or letter.isalpha():
        return SURE
    if letter:
        return CERTAIN  # items of a list have numbers, too
    return CERTAIN if len(words.split()) <= FEW_WORDS and words[-1] not in ".;,:" else None
