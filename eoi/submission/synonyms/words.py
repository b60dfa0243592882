"""Other names that fields of several parts share."""

from __future__ import annotations

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
