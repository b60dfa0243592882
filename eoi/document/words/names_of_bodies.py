"""The names that take `the` in a sentence: those of bodies, offices and policies, and no names of people."""

from __future__ import annotations

from eoi.expressions import Expression

BODIES = """
    agency alliance area assembly association authority board body borough cabinet ccg centre
    chamber charity city clinic cluster collaborative college commission committee company
    conference consortium consultancy council county csu department directorate district division
    executive federation forum foundation gp group hospital hub icb lmc locality meeting membership
    ministry network office panel parliament partnership patient pct practice programme project
    provider public school secretariat senate service society team trust union unit university
    workshop
"""
OFFICES = """
    accountant adviser advisor auditor chair chairman chairperson chairwoman chief clerk clinician
    commissioner convenor coordinator co-ordinator deputy director doctor governor guardian head
    lead leader manager member mayor minister nurse officer owner partner pharmacist president
    registrar representative secretary sponsor treasurer vice-chair
"""
PAPERS = """
    act agreement arrangement charter code constitution contract framework guidance handbook manual
    memorandum order plan policy procedure process protocol register regulation rule scheme standard
    statement strategy term
"""
NOUNS = frozenset((BODIES + OFFICES + PAPERS).split())
TITLE = Expression(
    r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Cllr|Councillor|Alderman|Sir|Dame|Lord|Lady|Rev|Reverend|Canon)\b"
)
HONOUR = Expression(r"(?:[CMO]BE|KBE|DBE|MP|QC|KC|JP|F?M?R?CGP|FRCP)$")
# What follows says where somebody works: 'Jane Smith of the Board', 'Jane Smith, Chair'.
MORE_OF_IT = Expression(
    r"[,(;:]| [-–—] "
    r"| (?:of|for|at|in|on|to|from|by|with|under|and|or) (?=(?:the|our|its|her|his|their|an?)\b)"
)
BEFORE_A_NAME_OF_ITS_MATTER = Expression(r" (?:at|by|for|from|in|of|on|or|to|under|with) ")
POSSESSIVE = Expression(r"['’]s? ")
LINKS = Expression(r"(?:and|or|of|for|at|in|on|to|from|by|with|under|de[lnr]?|della|d[aiu]|l[ae]|v[ao]n)$")
ABBREVIATION = Expression(r"[A-Z][A-Z&]+s?$")


def takes_the(name: str) -> bool:
    """Tell whether a name takes an article: it has a noun for a body, or words in small letters.

    A name of a person, of a place or of an unknown kind takes none.
    """
    bare = MORE_OF_IT.split(name.strip(), maxsplit=1)[0].strip()
    if TITLE.match(bare) or not bare:
        return False
    owner, *owned = POSSESSIVE.split(bare, maxsplit=1)
    if owned:
        return takes_the(owner)
    words = bare.split()
    if any(word[0].islower() and not LINKS.match(word) for word in words):
        return True
    ends = (BEFORE_A_NAME_OF_ITS_MATTER.split(bare, maxsplit=1)[0].split()[-1], words[-1])
    return any(map(is_noun, ends))


def are_several(name: str) -> bool:
    """Tell whether a name is that of several bodies: `Anglia CSU and Kent CSU`.

    `Kent and Medway CSU` is one body.
    """
    first, _, last = name.rpartition(" and ")
    return bool(first) and is_noun(first.split()[-1]) and is_noun(last.split()[-1])


def is_noun(word: str) -> bool:
    """Tell whether a word means a body, an office or a paper, or is an abbreviation of such a name."""
    bare = word.strip("<>'\"‘’“”.*_")
    if HONOUR.match(bare):
        return False
    small = bare.lower().removeprefix("sub").removeprefix("-")
    return bool(ABBREVIATION.match(bare)) or bool({small, small.removesuffix("s"), f"{small[:-3]}y"} & NOUNS)
