"""The simplest possible script: it loads the YAML, renders one template and writes one file.

It reads no figures and has no checks, checklist or gaps: it prints every field with its heading, as it was
typed. It uses Jinja for HTML, and docxtpl for Word, with a template that `WORD_TEMPLATE` makes.
"""

from __future__ import annotations

HTML = """\
import sys
import jinja2
import yaml

TEMPLATE = '''<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Expression of interest</title></head><body>
{%- macro show(value) -%}
{%- if value is mapping %}<dl>{% for name, one in value.items() %}<dt>{{ name }}</dt><dd>{{ show(one) }}</dd>
{% endfor %}</dl>
{%- elif value is string or value is not iterable %}{{ value }}
{%- else %}<ul>{% for one in value %}<li>{{ show(one) }}</li>{% endfor %}</ul>{% endif %}
{%- endmacro %}
{% for name, value in submission.items() %}<h2>{{ name }}</h2>{{ show(value) }}{% endfor %}
</body></html>'''

with open(sys.argv[1], "rb") as stream:
    submission = yaml.load(stream, Loader=yaml.CSafeLoader)
template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(TEMPLATE)
with open(sys.argv[2], "w", encoding="utf-8") as stream:
    stream.write(template.render(submission=submission))
"""

WORD_TEMPLATE = """\
import sys
from docx import Document

document = Document()
for line in (
    "{%p for heading, lines in sections %}",
    "# {{ heading }}",
    "{%p for line in lines %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p endfor %}",
):
    document.add_paragraph(line.removeprefix("# "), "Heading 1" if line.startswith("# ") else None)
document.save(sys.argv[1])
"""

WORD = """\
import sys
import yaml
from docxtpl import DocxTemplate

def lines(value, name=""):
    if isinstance(value, dict):
        return [line for key, one in value.items() for line in lines(one, key)]
    if isinstance(value, list):
        return [line for one in value for line in lines(one, name)]
    return [f"{name}: {value}"]

with open(sys.argv[1], "rb") as stream:
    submission = yaml.load(stream, Loader=yaml.CSafeLoader)
template = DocxTemplate(sys.argv[2])
sections = [(name, lines(value)) for name, value in submission.items()]
template.render({"sections": sections}, autoescape=True)
template.save(sys.argv[3])
"""
