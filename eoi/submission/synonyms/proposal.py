"""Other names of the fields of the scope, the resources and the arrangement."""

from __future__ import annotations

from eoi.submission.synonyms.words import DATE, END, MONEY, NOTE, REASON, ROLE, START, TITLE

PROPOSAL: dict[str, dict[str, str]] = {
    "Scope": {
        "introduction": "intro, overview, description, summary",
        "functions": "function, rows, services",
        "notes": "note, comment, comments, remarks",
    },
    "Function": {
        "function": "name, title, what, service, description, heading",
        "id": "code, ref, reference, function_id, catalogue_id, key",
        "details": "detail, covers, includes",
        "sub_functions": "parts, subfunctions, components",
        "in_scope": "scope, included, in, decision, decided",
        "lead": "leads, led_by, lead_organisation, responsible, leader",
        "forum": "group, committee, coordinated_by, co_ordinated_by, where",
        "interest": "priority, importance, level, interest_level",
        "comment": "comments, note, notes, remark, remarks, how",
        "risk": "risks, issue, issues",
    },
    "ScopeTable": {
        "contractor_group": "group, contractor, contractors, name, title, type",
        "introduction": "intro, note, notes, description",
        "functions": "function, rows, services",
    },
    "Option": {
        "form": "name, option, title, level, model, type",
        "preferred": "recommended, chosen, selected, preference",
        "reason": REASON,
        "strengths": "pros, advantages, strength, benefits",
        "weaknesses": "cons, disadvantages, weakness",
        "risks": "threats, risk, threat",
        "scores": "score, scoring, points, marks, criteria",
    },
    "Score": {
        "criterion": "name, criteria, what, test, measure",
        "score": "points, mark, marks, value",
        "out_of": "of, maximum, max, most, scale",
    },
    "Risk": {
        "risk": "name, title, what, description, event",
        "cause": "causes, because, source",
        "effect": "effects, consequence, consequences, result",
        "likelihood": "probability, chance, likely",
        "impact": "severity, seriousness, consequence_score",
        "level": "rating, rag, weight, priority",
        "owner": "who, lead, responsible, risk_owner",
        "mitigation": "mitigations, answer, action, actions, control, controls, response",
    },
    "Redaction": {
        "path": "field, what, name, where",
        "exemption": "section, foi, foia, act, grounds, exempt_under",
        "reason": REASON,
    },
    "Resources": {
        "introduction": "intro, description, overview, reason, why",
        "posts": "post, roles, staff, people, jobs",
        "total": f"{MONEY}, cost, budget",
        "funding": "source, funded_by, funding_source, income",
    },
    "Post": {
        "role": f"{ROLE}, description",
        "band": "grade, afc, afc_band, pay_band, agenda_for_change",
        "wte": "fte, whole_time_equivalent, full_time_equivalent",
        "sessions_per_week": "sessions, sessions_a_week",
        "covers": "for, purpose, duties, work",
        "cost": f"{MONEY}, budget",
        "recurrent": "recurring, permanent",
        "start": START,
        "end": END,
    },
    "Arrangement": {
        "overview": "description, summary, introduction, how",
        "options": "option, alternatives",
        "fallback": "second_choice, otherwise, alternative",
        "phases": "phase, stages, steps",
        "carve_outs": "exclusions, excluded, carve_out, left_out",
    },
    "Budget": {
        "envelope": f"{MONEY}, total, budget, cost",
        "includes": "included, including",
        "excludes": "excluded, excluding, exclusions",
        "period": "year, when, date, month",
        "management": "managed, how, managed_by",
    },
    "BudgetLine": {
        "line": "name, title, heading, what, item, description, label",
        "budget": "amount, value, planned, cost, allocation",
        "actual": "spent, outturn, spend, actuals",
        "forecast": "projected, expected, fot",
        "variance": "difference, var, over, under",
        "note": NOTE,
    },
    "Phase": {
        "name": "title, phase, heading, label",
        "form": "level, model, type, option",
        "start": START,
        "end": END,
        "description": "what, note, notes, details, comment, comments, summary",
    },
    "CarveOut": {
        "what": "name, title, work, function, description",
        "stays_with": "with, who, by, remains_with, body, stays, done_by",
        "how": "arrangement, under, note, notes, reason, why",
    },
    "Milestone": {
        "milestone": f"{TITLE}, event, title, step, description",
        "date": DATE,
        "note": NOTE.replace("description, ", ""),
    },
}
