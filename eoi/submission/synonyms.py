"""Other names that people give to the fields, by part of the model: `from` and `to` for a start and an end.

A name that stands here means its field, and no field that is merely spelt like it.
"""

from __future__ import annotations

from functools import cache

START = "from, begin, begins, beginning, starts, starting, start_date, starts_on, from_date, commences"
END = (
    "to, until, till, ends, ending, finish, finishes, end_date, ends_on, to_date, expires, expiry, completion"
)
DATE = "when, on, day, dated, due, due_date, deadline, by, by_when, target_date, month, time, timing"
TITLE = "name, priority, plan, heading, label, what, aim, goal, objective"
NOTE = "notes, comment, comments, remark, remarks, description, detail, details, depends_on, status"
CCGS = "ccg, ccgs, applicant, clinical_commissioning_group, clinical_commissioning_groups, bidders"
MONEY = "amount, value, price, costs, sum, spend, salary, pay, annual_cost, total_cost, money"
ROLE = "name, post, job, job_title, title, position, who, person"
BY = "who, author, approved_by, decided_by, reviewed_by, issued_by, responsible, owner, lead"
REASON = "why, reasons, rationale, because, justification, explanation"
MEASURE = "kpi, kpis, indicator, indicators, metric, metrics, measures, target, baseline, measured_by"

# The other names of each field, by part.
SYNONYMS: dict[str, dict[str, str]] = {
    "Submission": {
        "round": "invitation, year, wave",
        "form": "level, model, type, option, kind",
        "submitted": "date, submission_date, date_submitted, submitted_on, sent",
        "versions": "version, history, document_control, version_control, changes, revisions",
        "applicants": CCGS,
        "summary": "executive_summary, overview, introduction, abstract, description",
        "ccgs_involved": "involved, partners",
        "priorities": "aims, objectives, goals",
        "timescales": "timeline, timetable, timescale, milestones, dates, plan, programme, schedule",
        "engagement": "consultation, involvement",
        "evaluation": "monitoring, review, monitoring_and_evaluation, kpis",
        "support": "supporters, supported_by, endorsements",
        "signatories": "signatures, signature, signed, signed_by, sign_off, signoff",
        "decision": "result, approval, outcome",
        "waivers": "exceptions, exemptions, gaps",
        "risks": "risk_register, risk, register_of_risks, risk_log",
        "redactions": "redaction, redacted, withheld, withhold, blacked_out, confidential",
        "voice": "person, tone, speaks_as, first_person",
        "governing_body_name": "board_name, name_of_board, board_called, name_of_governing_body",
        "layout": "style, house_style, typography, format, formatting",
        "resources": "posts_and_money, staffing, capacity",
    },
    "Version": {
        "version": "number, name, no",
        "date": DATE.replace(", by,", ","),
        "by": BY,
        "changes": "change, note, notes, what, description, comment, comments, summary",
    },
    "Paper": {
        "meeting": "board, governing_body, committee, forum",
        "date": "when, on, meeting_date",
        "number": "paper, no, agenda_item, item, reference",
        "author": "written_by, writer, by",
        "owner": "sponsor, lead, responsible, executive_lead",
        "distribution": "distributed_to, circulation, recipients, copies, to",
        "classification": "marking, status, security",
    },
    "Layout": {
        "paragraph_numbers": "numbers, numbering, numbered, number_paragraphs, numbered_paragraphs",
        "text_size": "size, font_size, body_size, points, type_size, font",
    },
    "Partnership": {
        "name": "title, called, known_as, collective_name",
        "lead": "lead_ccg, host, host_ccg",
        "chair": "chaired_by, chairman",
    },
    "Applicant": {
        "name": "ccg, ccg_name, full_name, title, organisation",
        "short_name": "known_as, abbreviation, acronym, short, shortname",
        "code": "ccg_code, ods, ods_code, org_code, organisation_code",
        "area_team": "local_team, nhs_england_team",
        "budget": "allocation, annual_budget, total_budget, amount, value, income",
        "running_costs": "running_cost, running_costs_allowance, management_costs, admin_costs",
        "staff": "employees, workforce, headcount",
        "commissioning_support": "csu, support_unit, commissioning_support_unit",
        "practices": "gp_practices, member_practices, number_of_practices, practice_count",
        "contracts": "gp_contracts, contract_mix, contract_types",
        "clusters": "localities, villages, neighbourhoods, groups",
        "local_authorities": "councils, council, local_authority, boroughs, la, las",
        "strategy": "plan, five_year_plan, strategic_plan",
        "board_approved": "approved, approval, approval_date, board_approval, approved_on",
        "notes": "note, comment, comments, remarks, other",
    },
    "Population": {
        "resident": "residents, resident_population, living",
        "registered": "registered_population, list_size, patients, registered_patients",
        "projected": "projection, forecast, future, expected",
        "as_of": "date, as_at, when, on, dated, at",
    },
    "RunningCostsChange": {
        "share": "by, reduction, percentage, percent, amount, value, cut",
        "start": START.replace("to, ", "") + ", date, when",
    },
    "Staff": {
        "headcount": "people, heads, number, count, employees, total",
        "wte": "fte, whole_time_equivalent, whole_time_equivalents, full_time_equivalent",
    },
    "CommissioningSupport": {
        "provider": "name, csu, organisation, supplier, from_whom",
        "agreement": "contract, sla, type",
        "start": START,
        "end": END,
    },
    "Clusters": {
        "name": "called, kind, type, names",
        "count": "number, total, how_many",
        "population": "people, size",
    },
    "ContractMix": {
        "gms": "gms_contracts, general_medical_services",
        "pms": "pms_contracts, personal_medical_services",
        "apms": "apms_contracts, alternative_provider_medical_services",
    },
    "Strategy": {
        "title": "name, plan, heading",
        "published": "date, when, publication_date, published_on, dated, year",
        "url": "link, web, website, address, web_address, href",
    },
    "Priority": {
        "title": TITLE,
        "opportunities": "opportunity, possibilities",
        "outcomes": "outcome, benefits, benefit, results",
        "measure": MEASURE,
    },
    "CcgsInvolved": {
        "reasons": "reason, why, rationale",
        "neighbours": "neighbouring_ccgs, others, neighbors",
    },
    "Benefits": {
        "five_year_plan": "strategy, plan, fit, strategic_fit",
        "involvement": "engagement, ppi, patients, public",
        "inequalities": "health_inequalities, equality",
        "integration": "integrated_care, joined_up_care",
    },
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
        "in_scope": "scope, included, in",
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
    "Governance": {
        "introduction": "intro, description, overview, summary",
        "groups": "group, committees, boards, committee",
        "existing": "existing_groups, current",
        "conflicts_of_interest": "conflicts, conflict_of_interest, coi, interests",
        "reserved_decisions": "reserved, decisions, reserved_matters",
    },
    "Group": {
        "name": "title, group, committee, called",
        "kind": "type, category, form",
        "purpose": "description, role, remit, function, duties, what, terms_of_reference",
        "meets": "frequency, meetings, how_often, when, meeting, meeting_frequency",
        "chair": "chairman, chairperson, chairwoman, chaired_by, convenor, led_by",
        "reports_to": "accountable_to, reporting, reporting_to, reports, reports_into, parent",
        "members": "membership, member, attendees, people, composition",
        "quorum_minimum": "minimum, quorum_number, quorate_at",
        "public": "in_public, meets_in_public, open",
        "replaces": "instead_of, supersedes",
    },
    "Member": {
        "role": ROLE,
        "body": "organisation, organization, from, employer, organisation_name, of",
        "voting": "vote, votes, voter, can_vote",
    },
    "ConflictsOfInterest": {
        "policy": "policies, document",
        "arrangements": "how, management, managed, description",
        "registers": "register",
        "guardian": "conflicts_guardian, coi_guardian",
        "cases": "case, examples, conflicts",
    },
    "ConflictCase": {
        "case": "name, title, what, decision, conflict, description, event",
        "date": DATE,
        "outcome": "how, result, handled, action, resolution",
    },
    "ReservedDecision": {
        "decision": "name, title, what, function, description",
        "id": "code, ref, reference, function_id, catalogue_id",
        "body": "by, who, board, kept_by, decided_by, reserved_to, organisation",
        "threshold": "amount, value, limit, from, over, above",
    },
    "Engagement": {
        "members": "practices, gps, member_practices",
        "stakeholders": "stakeholder, partners, organisations",
        "public": "patients, survey, public_engagement, ppi",
        "nhs_england": "nhse, area_team, nhs_england_events",
    },
    "Members": {
        "consulted": "who, asked, engaged",
        "practices_consulted": "practices, number_consulted",
        "events": "event, meetings, briefings",
        "ballot": "vote, poll",
        "ballots": "votes, polls",
        "view": "views, opinion, response",
        "planned": "plans, future, next_steps",
    },
    "Event": {"date": DATE, "event": "what, name, title, meeting, description, note"},
    "Ballot": {
        "ccg": "applicant, organisation, whose",
        "opened": f"{START}, open, opens, opening",
        "closed": f"{END}, close, closes, closing, deadline",
        "voters": "who, electors",
        "electorate": "eligible, could_vote, entitled, number_of_voters",
        "voted": "turnout, votes_cast, votes",
        "for": "votes_for, in_favour, yes, support",
        "against": "votes_against, no, opposed",
        "abstained": "abstentions, abstain, abstention",
        "outcome": "result, decision",
        "result_date": "declared, date, result_declared",
        "result_due": "due",
    },
    "Point": {
        "point": "what, text, name, title, issue, comment, note",
        "level": "weight, importance, priority",
    },
    "Stakeholder": {
        "name": "organisation, body, stakeholder, who, title",
        "role": "by, person, spokesperson, contact, position",
        "consulted": "asked, engaged, contacted",
        "date": DATE.replace(", by,", ","),
        "view": "views, opinion, response, comment, comments, position_taken",
    },
    "Public": {
        "method": "how, survey, means",
        "audience": "who, recipients, sent_to, to",
        "sent": "number_sent, invited, asked, invitations",
        "responses": "replies, response, respondents, number_of_responses, replied",
        "response_rate": "rate",
        "views": "view, results, result",
        "planned": "plans, future, next_steps",
    },
    "Views": {
        "for": "in_favour, yes, support, agree, favour",
        "against": "no, opposed, disagree",
        "unsure": "dont_know, do_not_know, undecided, neutral, not_sure",
    },
    "Evaluation": {
        "what": "name, title, item, description, area",
        "measure": MEASURE,
        "by": BY,
        "when": "date, frequency, how_often, timing, due, deadline",
    },
    "Support": {
        "body": "name, organisation, board, who, by, title, committee",
        "date": DATE.replace(", by,", ","),
        "resolution": "resolved, decision, resolutions, minute, outcome",
        "conditions": "condition, subject_to",
        "concerns": "concern, issues, risks",
    },
    "Signatory": {
        "name": "who, person, signed_by, signatory",
        "role": "title, position, job, job_title, post",
        "organisation": "ccg, body, organization, for, employer, on_behalf_of",
        "date": "when, on, signed, signed_on, dated, day",
    },
    "Decision": {
        "outcome": "result, decision, status",
        "date": "when, on, dated, day",
        "by": BY.replace(", lead", "") + ", body",
        "reason": REASON,
        "conditions": "condition, subject_to",
    },
    "Waiver": {"path": "field, what, name, where, gap", "reason": REASON},
}


@cache
def meanings(part: str) -> dict[str, tuple[str, ...]]:
    """Return the fields that each other name can mean in a part, the likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for field, others in SYNONYMS.get(part, {}).items():
        for other in others.split(", "):
            found[other] = (*found.get(other, ()), field)
    return found
