"""Examples of figures and dates, shown to an officer whose own value cannot be read."""

from __future__ import annotations

# Examples by field, with its part's name if fields of one name have different kinds.
EXAMPLES = {
    "resident": "177,643",
    "registered": "197,040",
    "projected": "210,000",
    "as_of": "31 March 2014",
    "budget": "£220m",
    "running_costs": "£4.7m",
    "share": "10%",
    "headcount": "43",
    "wte": "0.5",
    "sessions_per_week": "2",
    "practices": "27",
    "gms": "20",
    "pms": "6",
    "apms": "1",
    "count": "5",
    "population": "30,000 to 50,000",
    "published": "June 2014",
    "board_approved": "12 June 2014",
    "submitted": "20 June 2014",
    "start": "April 2015",
    "end": "March 2016",
    "date": "12 June 2014",
    "on": "12 June 2014",
    "opened": "2 June 2014",
    "closed": "13 June 2014",
    "result_due": "16 June 2014",
    "result_date": "16 June 2014",
    "electorate": "27",
    "voted": "25",
    "for": "20",
    "against": "4",
    "abstained": "1",
    "views.for": "58%",
    "views.against": "17%",
    "unsure": "25%",
    "practices_consulted": "27",
    "sent": "42",
    "responses": "12",
    "response_rate": "28.6%",
    "quorum_minimum": "4",
    "cost": "£43.3k",
    "total": "£79.4k",
    "envelope": "£23.1m",
    "plan": "£14.2m",
    "forecast": "£14.5m",
    "actual": "£14.5m",
    "variance": "£0.3m",
    "likelihood": "3",
    "impact": "4",
    "score": "4",
    "out_of": "5",
}


def find_example_of_field(part: str, field: str) -> str:
    """Return an example such as `cost: £43.3k`; return an empty text if the field has none."""
    example = EXAMPLES.get(f"{part}.{field}") or EXAMPLES.get(field)
    return f"{field}: {example}" if example else ""
