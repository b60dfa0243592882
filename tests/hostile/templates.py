"""Templates of a CCG's own that take memory or time without end: each a document of its own."""

from __future__ import annotations

DOUBLED = "{% set ns = namespace(x=START) %}{% for i in range(60) %}{% set ns.x = EXPRESSION %}{% endfor %}"
NESTED_LISTS = "{% set a = ['x'] %}" + "".join(
    f"{{% set {b} = [{a}, {a}] %}}"
    for a, b in zip("abcdefghijklmnopqrstuvwxyz", "bcdefghijklmnopqrstuvwxyzA", strict=True)
)


LIST = "{% set x = range(99999)|list %}"


def loops(inside: str, number: int = 1) -> str:
    return "{% for a in range(99999) %}" * number + inside + "{% endfor %}" * number


def twice(again: str, last: str) -> str:
    """A macro that calls itself twice, each time."""
    begin = "{% macro m(n) %}{% if n %}"
    return f"{begin}{again}{{% else %}}{last}{{% endif %}}{{% endmacro %}}{{{{ m(60) }}}}"


def doubled(expression: str, start: str = "'ab'") -> str:
    return DOUBLED.replace("EXPRESSION", expression).replace("START", start)


MEMORY = {
    "a text times a number": "{{ 'x' * 10 ** 9 }}",
    "a number times a text": "{{ 10 ** 9 * 'x' }}",
    "a list times a number": "{{ [0] * 10 ** 9 }}",
    "a tuple times a number": "{% set x = (1, 2) * 10 ** 9 %}",
    "a text centred": "{{ 'x'.center(10 ** 9) }}",
    "a text moved to the right": "{{ 'x'.rjust(10 ** 9) }}",
    "a number with noughts": "{{ '1'.zfill(10 ** 9) }}",
    "tabs": "{{ '\t\t'.expandtabs(10 ** 9) }}",
    "bytes of a number": "{{ (1).to_bytes(10 ** 9, 'big') }}",
    "the filter center": "{{ 'x'|center(10 ** 9) }}",
    "the filter indent": "{{ 'x\ny'|indent(10 ** 9) }}",
    "the filter wordwrap": "{{ ('x' * 100000)|wordwrap(1) }}",
    "the filter format": "{{ '%1000000000d'|format(1) }}",
    "the filter format with a star": "{{ '%*d'|format(10 ** 9, 1) }}",
    "the filter batch": "{{ [1]|batch(10 ** 9, 'x')|list }}",
    "the filter slice": "{{ [1]|slice(10 ** 9)|list }}",
    "the filter round": "{{ 1.5|round(10 ** 9, 'ceil') }}",
    "the filter round by name": "{{ 1.5|round(precision=10 ** 9, method='ceil') }}",
    "the filter join": "{{ (['x' * 9999] * 9999)|join('y' * 9999) }}",
    "the filter join with a long separator": "{{ range(99999)|join('y' * 99999) }}",
    "the filter join by name": "{{ range(99999)|join(d='y' * 99999) }}",
    "the filter replace": "{{ ('x' * 99999)|replace('x', 'y' * 99999) }}",
    "the filter replace by name": "{{ ('x' * 99999)|replace(old='', new='y' * 99999) }}",
    "the filter sum of lists": "{{ ([[0] * 9999] * 9999)|sum(start=[]) }}",
    "the filter map": "{{ range(99999)|map('string')|map('replace', '', 'y' * 9999)|list }}",
    "the filter string": "{{ ([s] * 99999)|string }}",
    "joining": "{{ ('y' * 99999).join('x' * 99999) }}",
    "replacing": "{{ ('x' * 99999).replace('x', 'y' * 99999) }}",
    "formatting with a width": "{{ '{:1000000000}'.format(1) }}",
    "formatting with a width from elsewhere": "{{ '{:{}}'.format(1, 10 ** 9) }}",
    "formatting one text often": "{{ ('{0}' * 99999).format('x' * 99999) }}",
    "formatting with a part": "{{ '{0.summary}'.format(s) }}",
    "per cent with a width": "{{ '%1000000000d' % 1 }}",
    "per cent with a star": "{{ '%*d' % (10 ** 9, 1) }}",
    "per cent with one text often": "{{ ('%(a)s' * 99999) % {'a': 'x' * 99999} }}",
    "per cent with a text of nothing else": "{{ ('%(' * 999999) % 1 }}",
    "a text that doubles with plus": doubled("ns.x + ns.x"),
    "a text that doubles with a tilde": doubled("ns.x ~ ns.x"),
    "a text that doubles by formatting": doubled("'%s%s' % (ns.x, ns.x)"),
    "a text that doubles by joining": doubled("[ns.x, ns.x]|join"),
    "a list that doubles": doubled("[ns.x, ns.x]"),
    "a list that doubles, printed": NESTED_LISTS + "{{ A }}",
    "lists that double, compared": NESTED_LISTS * 2 + "{{ A == [z, z] }}",
    "a dictionary that doubles": doubled("{'a': ns.x, 'b': ns.x}"),
    "the items of a dictionary that doubles": doubled("{'a': ns.x, 'b': [ns.x]}.items()|list"),
    "a number that doubles": doubled("ns.x * ns.x", "9"),
    "a power": "{{ 9 ** (9 ** 9) }}",
    "a namespace in itself": "{% set ns = namespace() %}{% set ns.x = [ns, ns] %}{{ ns }}",
    "a namespace, printed": "{% set ns = namespace(x='x') %}{{ ns }}",
    "parts of a text": "{% set ns = namespace(x=[]) %}{% set t = 'x' * 99999 %}{% for i in range(99999) %}"
    "{% set ns.x = ns.x + [t[i:]] %}{% endfor %}",
    "a block that is set": doubled("ns.x").replace(
        "{% set ns.x = ns.x %}", "{% set t %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = t %}"
    ),
    "what a macro prints": twice("{{ m(n - 1) }}{{ m(n - 1) }}", "{{ 'x' * 999 }}"),
    "the whole submission, again and again": loops("{{ s }}"),
    "one word, again and again": loops("a word", 2),
    "a list of characters": loops("{% set x = ('x' * 99999)|list %}"),
}
TIME = {
    "loops in loops": loops("", 2),
    "loops with a condition": loops("{% for b in range(99999) if b < 0 %}{% endfor %}"),
    "a loop that calls itself": loops("{% if loop.depth < 3 %}{{ loop(range(99999)) }}{% endif %}").replace(
        "%}", " recursive %}", 1
    ),
    "a macro that calls itself twice": twice("{{ m(n - 1) ~ m(n - 1) }}", ""),
    "filters in a loop": loops("{% set x = range(99999)|map('string')|list %}"),
    "sorting in a loop": LIST + loops("{% set y = x|sort(reverse=true) %}"),
    "searching in a loop": LIST + loops("{% if -1 in x %}{% endif %}", 2),
    "a block in a loop": loops("{% filter upper %}{% endfilter %}", 2),
    "a call in a loop": (
        "{% macro m() %}{{ caller() }}{% endmacro %}" + loops("{% call m() %}{% endcall %}", 2)
    ),
}
DEEP = {
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "conditions": "{% if 1 %}" * 500 + "{% endif %}" * 500,
    "loops": "{% for a in [1] %}" * 60 + "{% endfor %}" * 60,
    "a sum": "{{ " + "1 + " * 5000 + "1 }}",
    "noes": "{{ " + "not " * 5000 + "1 }}",
    "filters": "{{ 1" + "|string" * 5000 + " }}",
    "a number": "{{ " + "9" * 9999 + " }}",
    "itself": "{% include 'document.html' %}",
    "itself as its own beginning": "{% extends 'document.html' %}",
    "itself as a library": "{% import 'document.html' as d %}",
}
