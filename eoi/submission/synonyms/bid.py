"""Other names of the fields of the bid, its applicants and what they hope for."""

from __future__ import annotations

from eoi.submission.synonyms.words import BY, CCGS, DATE, END, MEASURE, START, TITLE

BID: dict[str, dict[str, str]] = {
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
}
