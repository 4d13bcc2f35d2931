#!/usr/bin/env python3
"""Reference implementation of DESIGN.md section 3, written from its text without reading the Rust code.

    python3 oracle.py CONTENT [DATE...]        both tables on stdout, a blank line between them
    python3 oracle.py --standings CONTENT DATE...
    python3 oracle.py --groups CONTENT DATE...
    python3 oracle.py --parts CONTENT DATE...     parts, periods, levels and leads after handovers
    python3 oracle.py --lines CONTENT DATE...     the two lines of groups: parts by standing, periodic reports
    python3 oracle.py --portal CONTENT DATE...    a portal: directives settled or running, tallies across them
    python3 oracle.py --lint CONTENT           rough check for content errors

Without a date: `as_of` of site.yaml, else the newest of the directive's date, entries, `decided` days and
notes that are not drafts. Each function quotes the sentence it implements. R1, R2 ... are the numbered interpretations in
tests/province/README.md. Deliberately slow: every past day is assessed anew.
"""
import calendar, datetime as dt, os, re, sys, unicodedata
from functools import lru_cache
import yaml

ONE = dt.timedelta(days=1)
STOP = ("cancelled", "superseded")
DONE = ("done_on_time", "done_late", "done")

# ---------------------------------------------------------------- reading
def day(s):
    """Parses an ISO date or a date with the day first (25/7/2021)."""
    if s is None or isinstance(s, dt.date):
        return s
    m = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", s)
    if m:
        y, mo, d = map(int, m.groups())
    else:
        m = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", s)
        if not m:
            raise ValueError("not a date: %r" % s)
        d, mo, y = map(int, m.groups())
    if not 2000 <= y <= 2100:
        raise ValueError("year out of range: %r" % s)
    return dt.date(y, mo, d)

def moment(s):
    """A date, perhaps with an hour: "the date, `T` or a blank, `17:00` or `17h00`". Returns (day, minutes or None)."""
    m = re.fullmatch(r"(\S+?)[T ]\s*(\d{1,2})[:h](\d{2})", s) if isinstance(s, str) else None
    return (day(m.group(1)), 60 * int(m.group(2)) + int(m.group(3))) if m else (day(s), None)

def norm_part(x):
    """"letters in either case": ids of periods compare in small letters; ids of parts have no others."""
    return x.lower()

def load_yaml(path):
    with open(path, encoding="utf-8") as f:
        return yaml.load(f, Loader=yaml.BaseLoader)      # every scalar is text (format.md)

def id_key(i):
    """Sort key of ids: by segment, split between digits and letters, numbers by value."""
    return [[(0, int(p), "") if p.isdigit() else (1, 0, p) for p in re.findall(r"\d+|[a-z]+", seg)]
            for seg in re.split(r"[.-]", i)]

def as_list(x):
    return [] if x in (None, "") else (x if isinstance(x, list) else [x])

def recorded(fact, key):
    """The day since which a fact is known: `recorded`, but never before the day of the fact."""
    happened = moment(fact[key])[0]
    return max(happened, day(fact.get("recorded")) or happened)

def as_known(r, as_of, known):
    """A task's record without what became known after `known`, and with what was corrected since as it stood before.
    None if the task was not there: added after as_of, or in the records after `known`."""
    added = day(r.get("added"))
    since = max(x for x in (added, day(r.get("recorded")), dt.date.min) if x)
    if added and added > as_of or since > known:
        return None
    r = dict(r)
    r["updates"] = [dict(u, _place=n) for n, u in enumerate(as_list(r.get("updates"))) if recorded(u, "date") <= known]
    r["extensions"] = [dict(x) for x in as_list(r.get("extensions")) if recorded(x, "decided") <= known]
    r["handovers"] = [dict(x) for x in as_list(r.get("handovers")) if recorded(x, "date") <= known]
    r["targets"] = [dict(g, values=[v for v in as_list(g.get("values")) if recorded(v, "date") <= known])
                    for g in as_list(r.get("targets"))]
    later = [x for x in as_list(r.get("corrections")) if recorded(x, "date") > known]
    for x in sorted(reversed(later), key=lambda x: recorded(x, "date"), reverse=True):   # the last one first
        undo(r, x)
    for due in [r.get("due")] + [x["due"] for x in r["extensions"]]:
        if isinstance(due, dict) and due.get("happened") and day(due["happened"]) > known:
            del due["happened"]
    return r

def undo(r, x):
    """Puts back what a correction replaced, as far as it bears on standings."""
    of, was = x["of"], x["was"]
    if of == "deadline" and not x.get("decided"):
        r["due"] = was
    elif of == "deadline":
        old = next((e for e in r["extensions"] if day(e["decided"]) == day(x["decided"])), None)
        if old is None:
            old = {"decided": x["decided"]}
            r["extensions"].append(old)
        old["due"] = was
    elif of == "entry" and x.get("as_published"):
        r["updates"].append(dict(x["as_published"], date=was))
    elif of == "evidence":
        found = [u for u in sorted(r["updates"], key=lambda u: day(u["date"]))
                 if (day(u["date"]) == day(x["entry"]) if x.get("entry") else u.get("state"))]
        if found:
            found[-1]["evidence"] = as_list(found[-1].get("evidence")) + [was]
    elif of == "lead":
        r["lead"] = as_list(was)
    elif of == "priority":
        r["_priorities"] = r.get("_priorities", []) + [r["priority"]]
        r["priority"] = was

class Content:
    """The records as known on `known`, for a judgement on `as_of`; without them, all records."""
    def __init__(self, root, as_of=dt.date.max, known=dt.date.max, shared=None):
        self.root = root
        shared = shared or root                           # "Thresholds and `as_of` are the portal's"; lists are shared
        self.site = load_yaml(os.path.join(shared, "site.yaml")) or {}
        self.directive = load_yaml(os.path.join(root, "directive.yaml"))
        opt = lambda n: (load_yaml(os.path.join(shared, n)) or []) if os.path.exists(os.path.join(shared, n)) else []
        self.agencies, self.places, self.documents = opt("agencies.yaml"), opt("places.yaml"), opt("documents.yaml")
        s = self.site
        self.due_soon = int(s.get("due_soon_days", 7))
        self.stale_after = int(s.get("stale_after_days", 90))
        # "report_every, cycle_day | directive.yaml | go before site.yaml's"
        self.report_every = self.directive.get("report_every", s.get("report_every", "month"))
        self.cycle_day = int(self.directive.get("cycle_day", s.get("cycle_day", 1)))
        self.seriously = int(s.get("seriously_late_days", 30))
        self.evidence_required = s.get("evidence_required", "true").lower() != "false"
        self.date = day(self.directive["date"])
        self.to = day((self.directive.get("period") or {}).get("to"))
        self.priorities = as_list(self.directive.get("priorities"))
        self.tasks = []
        folder = os.path.join(root, "tasks")
        for n in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if n.endswith(".yaml"):
                raw = as_known(load_yaml(os.path.join(folder, n)), as_of, known)
                if raw is not None:
                    self.tasks.append(Task(n[:-5], raw, self))
        self.tasks.sort(key=lambda t: id_key(t.id))
        self.notes = []
        folder = os.path.join(root, "notes")
        for n in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if n.endswith(".md"):
                text = open(os.path.join(folder, n), encoding="utf-8").read()
                _, front, body = text.split("---\n", 2)
                m = yaml.load(front, Loader=yaml.BaseLoader) or {}
                m["id"], m["body"] = n[:-3], body
                self.notes.append(m)

    def default_as_of(self):
        if self.site.get("as_of"):
            return day(self.site["as_of"])
        days = [self.date]
        for t in self.tasks:
            days += [recorded(u, "date") for u in as_list(t.raw.get("updates"))]
            days += [recorded(x, "decided") for x in as_list(t.raw.get("extensions"))]
            days += [recorded(x, "date") for x in as_list(t.raw.get("corrections"))]
            # "The default as_of counts values, not handovers (often ahead)."
            days += [recorded(v, "date") for g in as_list(t.raw.get("targets")) for v in as_list(g.get("values"))]
            days += [day(t.raw[k]) for k in ("added", "recorded") if t.raw.get(k)]
        days += [recorded(n, "date") for n in self.notes if n.get("draft", "false") != "true"]
        return max(days)

class Entry:
    def __init__(self, u):
        (self.date, self.hour), self.state = moment(u["date"]), u.get("state")
        self.evidence = bool(as_list(u.get("evidence")))
        self.part = [norm_part(x) for x in as_list(u.get("part"))]     # empty: about the task as a whole
        self.raw = u

class Task:
    def __init__(self, id_, r, content):
        self.id, self.raw, self.c = id_, r, content
        self.kind = r["kind"]
        self.priority = r["priority"]
        self.lead = as_list(r.get("lead"))
        self.places = as_list(r.get("places"))
        # "By date, then by place in the file": Python's sort is stable.
        self.updates = sorted((Entry(u) for u in as_list(r.get("updates"))), key=lambda e: e.date)
        self.due = r.get("due")
        every = sorted(as_list(r.get("extensions")), key=lambda x: day(x["decided"]))
        # "Extensions that name a part leave the whole's deadline and slip alone."
        self.extensions = [(day(x["decided"]), x["due"]) for x in every if not as_list(x.get("part"))]
        self.all_extensions = [(day(x["decided"]), x["due"], [norm_part(p) for p in as_list(x.get("part"))]) for x in every]
        self.section = r.get("section")
        # Under a priority that is restricted, or that was before a correction or is since: details stay unpublished.
        under = {self.priority} | set(r.get("_priorities", []))
        self.restricted = "status_only" in [r.get("visibility")] + [p.get("visibility") for p in content.priorities if p["id"] in under]
        self.report_every = r.get("report_every", content.report_every)
        self._judged = {}
        self.reports = r.get("reports")
        self.divided = bool(r.get("parts") or self.reports)
        self.has_parts = bool(r.get("parts"))
        self.handovers = sorted(as_list(r.get("handovers")), key=lambda h: day(h["date"]))

    def raw_seen(self, d):
        """Entries dated after as_of do not exist."""
        return [e for e in self.updates if e.date <= d]

    def seen(self, d):
        """The ledger of the whole: "an entry that names parts is a plain report without evidence; but with in_progress,
        blocked or done it turns a last state `not_started` into `in_progress`, with not_started no state into `not_started`"."""
        out, last = [], None
        for e in self.raw_seen(d):
            if self.divided and e.part:
                e2 = Entry.__new__(Entry)
                e2.date, e2.hour, e2.evidence, e2.part, e2.raw = e.date, e.hour, False, e.part, e.raw
                e2.state = None
                if e.state in ("in_progress", "blocked", "done") and last == "not_started":
                    e2.state = "in_progress"
                elif e.state == "not_started" and last is None:
                    e2.state = "not_started"
                e = e2
            last = e.state or last
            out.append(e)
        return out

# ---------------------------------------------------------------- deadlines
def span(m):
    """Returns the first and last day of a {month}, {quarter} or {year}."""
    if "month" in m:
        y, mo = map(int, m["month"].split("-")); first, last = mo, mo
    elif "quarter" in m:
        y, q = m["quarter"].upper().split("-Q"); y = int(y); first, last = 3 * int(q) - 2, 3 * int(q)
    elif "year" in m:
        y, first, last = int(m["year"]), 1, 12
    else:
        raise ValueError(m)
    return dt.date(y, first, 1), dt.date(y, last, calendar.monthrange(y, last)[1])

def last_good(due, as_of):
    """Last good day of one deadline, as known on as_of; None where there is no date."""
    if due in (None, ""):
        return None
    if not isinstance(due, dict):
        return moment(due)[0]
    if "by" in due:
        x = due["by"]
        return span(x)[1] if isinstance(x, dict) else moment(x)[0]
    if "before" in due:                                   # the day before; late from its first day
        x = due["before"]
        if not isinstance(x, dict) and moment(x)[1] is not None:
            return moment(x)[0]                           # "Where the deadline has an hour, its last good day is that day"
        return (span(x)[0] if isinstance(x, dict) else day(x)) - ONE
    if "event" in due:                                    # no date, so never overdue
        return None
    if "days" in due:                                     # the event's day is not counted; no date until it happened
        h = due.get("happened")
        if h in (None, "") or day(h) > as_of:             # ... a `happened` dated after as_of does not exist
            return None
        return day(h) + int(due["days"]) * ONE
    return span(due)[1]

def due_on(t, d):
    """The first deadline, or that of the last extension decided on or before that day."""
    due = t.due
    for decided, x in t.extensions:
        if decided <= d:
            due = x
    return due

def in_force(t, d):
    """The deadline in force; its last good day as known on d (R1)."""
    return last_good(due_on(t, d), d)

def hour_of(due):
    """(is `before`, minutes) of a deadline with an hour, or None."""
    if isinstance(due, dict) and isinstance(due.get("by"), str): x, before = due["by"], False
    elif isinstance(due, dict) and isinstance(due.get("before"), str): x, before = due["before"], True
    elif isinstance(due, str): x, before = due, False
    else: return None
    minutes = moment(x)[1]
    return None if minutes is None else (before, minutes)

def completed(due, on, hour):
    """Row 2. "Only a completion on that day looks at it: `by` includes the minute, `before` does not; after it `done_late`
    with n = 0. A completion without an hour is judged by the day.\""""
    limit = last_good(due, on)
    if limit is None:
        return "done", None
    if on > limit:
        return "done_late", (on - limit).days
    h = hour_of(due)
    if on == limit and h and hour is not None and (hour >= h[1] if h[0] else hour > h[1]):
        return "done_late", 0
    return "done_on_time", None

# ---------------------------------------------------------------- parts and periods
def first_day_of(p):
    """The first day of a period's id: 2023-03, 2023-q1, 2023-h1, 2023, 2023-w05 (ISO week); and how long it is."""
    p = p.lower()
    for pattern, every in ((r"(\d{4})", "year"), (r"(\d{4})-(\d\d)", "month"), (r"(\d{4})-q([1-4])", "quarter"),
                           (r"(\d{4})-h([12])", "half"), (r"(\d{4})-w(\d\d)", "week")):
        m = re.fullmatch(pattern, p)
        if m:
            y, n = int(m.group(1)), int(m.group(2)) if m.lastindex == 2 else 1
            if every == "week":
                return dt.date.fromisocalendar(y, n, 1), every
            return dt.date(y, {"year": 1, "month": n, "quarter": 3 * n - 2, "half": 6 * n - 5}[every], 1), every
    raise ValueError(p)

LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}

def period_id(every, s):
    if every == "week":
        y, w, _ = s.isocalendar()
        return "%d-w%02d" % (y, w)
    return {"month": "%d-%02d" % (s.year, s.month), "quarter": "%d-q%d" % (s.year, (s.month + 2) // 3),
            "half": "%d-h%d" % (s.year, (s.month + 5) // 6), "year": str(s.year)}[every]

def holding(every, d):
    if every == "week":
        return d - d.weekday() * ONE
    n = LENGTH[every]
    return dt.date(d.year, (d.month - 1) // n * n + 1, 1)

def following(every, s):
    return s + 7 * ONE if every == "week" else add_months(s, LENGTH[every])

def report_day(r, s):
    """"Last good day: the day of `by`, for `before` one less (0: the month before's last), in the period's last month
    (week) plus `offset`, at most that month's last.\""""
    day_ = r.get("by") or r.get("before")
    less = 1 if "before" in r else 0
    off = int(str(r.get("offset", "0")).replace("\u2212", "-"))
    if r["every"] == "week":
        n = "mon tue wed thu fri sat sun".split().index(day_) + 1 - less
        return s + (7 * off + n - 1) * ONE
    month = add_months(s, LENGTH[r["every"]] - 1 + off)
    n = int(day_) - less
    if n == 0:
        return month - ONE
    return month.replace(day=min(n, calendar.monthrange(month.year, month.month)[1]))

def unfold(c, rows, ids):
    """"groups unfolded, each once"."""
    byid, out = {x["id"]: x for x in rows}, []
    for i in ids:
        for x in as_list(byid.get(i, {}).get("members")) or [i]:
            if x not in out: out.append(x)
    return out

class Part:
    def __init__(self, id_, due, place=None, agency=None, period=False):
        self.id, self.due, self.place, self.agency, self.period = id_, due, place, agency, period

def parts_of(t, d):
    """The parts of a task. Periods: all whose base day, or whose entries and extensions, lie within sight of d."""
    kind = t.raw.get("parts")
    if kind == "places":
        return [Part(i, None, place=i) for i in unfold(t.c, t.c.places, t.places)]
    if kind == "leads":
        return [Part(i, None, agency=i) for i in unfold(t.c, t.c.agencies, t.lead)]
    if kind:
        return [Part(p["id"], p.get("due"), p.get("place"), p.get("agency")) for p in kind]
    if not t.reports:
        return []
    every = t.reports["every"]
    # "First: `from`, else the first period beginning on or after the directive's date."
    if t.reports.get("from"):
        s = first_day_of(t.reports["from"])[0]
    else:
        s = holding(every, t.c.date)
        if s < t.c.date: s = following(every, s)
    # "Last: `to`, else the period holding the end of the directive's."
    end = first_day_of(t.reports["to"])[0] if t.reports.get("to") else holding(every, t.c.to) if t.c.to else None
    named = [first_day_of(p)[0] for e in t.updates for p in e.part] + [first_day_of(p)[0] for _, _, ps in t.all_extensions for p in ps]
    out = []
    while end is None or s <= end:
        limit = report_day(t.reports, s)
        out.append(Part(period_id(every, s), limit, period=True))
        if limit >= d and not any(x >= s for x in named):
            break
        s = following(every, s)
    return out

def part_due(t, p, d):
    """"that of the last extension decided by then that names it or, if it has no `due`, names no part; else its `due`; else
    the task's first.\""""
    due = p.due if p.due not in (None, "") else t.due
    for decided, x, names in t.all_extensions:
        if decided <= d and (p.id in names or p.due in (None, "") and not names):
            due = x
    return due

def part_ledger(t, p, d):
    """"the entries that name it (`all`: those then neither done nor cancelled)"."""
    out = []
    for e in t.raw_seen(d):
        if p.id in e.part:
            out.append(e)
        elif e.part == ["all"]:
            run = part_run(t, p, out)
            if not (run and run[0] == "cancelled" or run and run[0] == "done" and run[3]):
                out.append(e)
    return out

def part_run(t, p, ledger):
    """(state, first day, its hour, proven) of the unbroken run of the last state, if that is done or cancelled."""
    state = last_state(ledger)
    if state not in ("done", "cancelled"):
        return None
    start = None
    for i in range(len(ledger) - 1, -1, -1):
        if ledger[i].state == state: start = i
        elif ledger[i].state: break
    proven = p.period or not t.c.evidence_required or any(e.evidence for e in ledger[start:])
    return state, ledger[start].date, ledger[start].hour, proven

def stopped(t, d):
    return last_state(t.seen(d)) in STOP

def judge_part(t, p, d):
    """Rows 1 to 5 over its own ledger and deadline, silence aside; else open. Returns (standing, days, causes)."""
    ledger = part_ledger(t, p, d)
    run = part_run(t, p, ledger)
    if run and run[0] == "cancelled":
        return "cancelled", None, []
    if run and run[3]:
        name, days = completed(part_due(t, p, run[1]), run[1], run[2])
        return name, days, []
    if stopped(t, d):                                     # "the task's stop stops its open parts"
        return "cancelled", None, []
    limit = last_good(part_due(t, p, d), d)
    blocked = last_state(ledger) == "blocked"
    if limit is not None and d > limit:
        return "overdue", (d - limit).days, (["blocked"] if blocked else []) + (["awaiting_evidence"] if run else [])
    if run:
        return "awaiting_evidence", None, []
    return ("blocked" if blocked else "open"), None, []

def part_slip(t, p, d):
    """"Its slip mark follows the task's rule": every day before the last extension, stop or replacement on which it stood overdue."""
    marks = [x for x, _, names in t.all_extensions if x <= d and (p.id in names or p.due in (None, "") and not names)]
    marks += [e.date for e in part_ledger(t, p, d) if e.state == "cancelled"]
    for e in t.raw_seen(d):
        if not e.part and e.state in STOP:
            run = part_run(t, p, part_ledger(t, p, e.date))
            if not (run and run[0] == "done" and run[3]): marks.append(e.date)
    limits = [last_good(x, dt.date.max) for x in [p.due, t.due] + [x for _, x, _ in t.all_extensions] if x not in (None, "")]
    limits = [x for x in limits if x is not None]
    if not marks or not limits:
        return 0
    n, x, end = 0, min(limits), max(marks)
    while x < end:
        n += judge_part(t, p, x)[0] == "overdue"
        x += ONE
    return n

def whole_of(t, d):
    """(completed on, hour) of a deliverable with parts, or None; and whether every part not cancelled, at least one, is said to be done."""
    runs = [part_run(t, p, part_ledger(t, p, d)) for p in parts_of(t, d)]
    live = [r for r in runs if not (r and r[0] == "cancelled")]
    said = bool(live) and all(r and r[0] == "done" for r in live)
    if not live or not all(r and r[0] == "done" and r[3] for r in live):
        return None, said
    on = max(r[1] for r in runs)                          # "the latest of their days (completed on, or cancelled since)"
    hours = [r[2] for r in live if r[1] == on and r[2] is not None]
    return (on, max(hours) if hours else None), said      # "the latest known hour of those done that day"

def part_rows(t, d):
    """[(part, standing, days, causes, fallen due)]; periods up to the first not fallen due (or named), for the table."""
    rows = []
    for p in parts_of(t, d):
        limit = last_good(part_due(t, p, d), d)
        rows.append((p, *judge_part(t, p, d), limit is not None and limit < d))
    if t.reports:
        shown = [n for n, r in enumerate(rows) if r[4] or part_ledger(t, r[0], d)]
        rows = rows[:(shown[-1] + 2 if shown else 1)]
    return rows

def counted(t, d):
    """Parts not cancelled; of periods those that have fallen due ("cancelled ones never")."""
    return [r for r in part_rows(t, d) if r[1] != "cancelled" and (not r[0].period or r[4])]

# ---------------------------------------------------------------- targets
def exact(s):
    from fractions import Fraction
    return Fraction(str(s).replace(",", ".").replace("\u2212", "-"))

def inside(bound, v):
    x = exact(v["value"]) / exact(v["of"]) * 100 if v.get("of") else exact(v["value"])
    ok = lambda k, f: k not in bound or f(x, exact(bound[k]))
    return (ok("at_least", lambda a, b: a >= b) and ok("at_most", lambda a, b: a <= b) and
            ok("above", lambda a, b: a > b) and ok("below", lambda a, b: a < b))

def levels_of(t, d):
    """[(standing, days)] of every level, in the order of the file."""
    out = []
    for g in as_list(t.raw.get("targets")):
        values = sorted((v for v in as_list(g.get("values")) if day(v["date"]) <= d), key=lambda v: day(v["date"]))
        for bound in (g["levels"] if "levels" in g else [g]):
            run = None
            for v in values:                              # the day the unbroken run of inside values at the end began
                run = (run or day(v["date"])) if inside(bound, v) else None
            if bound is not g and bound.get("due"): limit = last_good(bound["due"], d)
            elif t.kind == "deliverable": limit = in_force(t, run or d)
            else: limit = None
            if not values: out.append(("no_value", None))
            elif run is None and limit is not None and d > limit: out.append(("missed", (d - limit).days))
            elif run is None: out.append(("short", None))
            elif limit is not None and run > limit: out.append(("reached_late", (run - limit).days))
            else: out.append(("reached", None))
    return out

# ---------------------------------------------------------------- one task
class Standing:
    def __init__(self, name, days=None, causes=(), cause_days=None, cycles=None):
        self.name, self.days, self.causes, self.cause_days, self.cycles = name, days, tuple(causes), cause_days, cycles
        self.ended = 0

def last_state(seen):
    return next((e.state for e in reversed(seen) if e.state), None)

def silence(t, d):
    """Silent: no entry for more than stale_after_days (or ever). Returns None, 'no_report' or 'stale'."""
    seen = t.seen(d)
    if not seen:
        return "no_report"
    return "stale" if (d - seen[-1].date).days > t.c.stale_after else None

def completion(t, d):
    """(completed on, has evidence) of the unbroken run of done states at the ledger's end, or None."""
    seen = t.seen(d)
    if last_state(seen) != "done":
        return None
    start = None
    for i in range(len(seen) - 1, -1, -1):
        if seen[i].state == "done":
            start = i
        elif seen[i].state:                               # entries without a state do not end the run
            break
    run = seen[start:]                                    # every entry after its first done
    return seen[start].date, any(e.evidence for e in run), seen[start].hour

def cycles(c, every):
    """The first begins on or after the directive's date, the last is the one that holds the end of its period."""
    def first():
        if every == "week":
            return c.date + ((7 - c.date.weekday()) % 7) * ONE
        if every in ("quarter", "half", "year"):
            s = dt.date(c.date.year, 1, 1)
            while s < c.date:
                s = add_months(s, LENGTH[every])
            return s
        s = dt.date(c.date.year, c.date.month, c.cycle_day)
        return s if s >= c.date else add_months(s, 1)
    s = first()
    while s.year < 2101:
        nxt = s + 7 * ONE if every == "week" else add_months(s, LENGTH[every])
        if c.to is not None and s > c.to:                 # the cycle before contains the end of the period
            return
        yield s, nxt - ONE
        s = nxt

def add_months(d, n):
    m = d.month - 1 + n
    return dt.date(d.year + m // 12, m % 12 + 1, d.day)

def judge(t, d):
    """The standing of a task on d, seen with facts dated on or before d only."""
    if d in t._judged:
        return t._judged[d]
    t._judged[d] = s = _judge(t, d)
    return s

def _judge(t, d):
    seen = t.seen(d)
    state = last_state(seen)
    if t.kind == "ongoing" and t.reports:
        due = counted(t, d)
        late = sum(r[1] == "overdue" for r in due)
        if state in STOP:
            s = Standing(state)
        else:
            if not due: name = "reported" if seen else "not_yet_due"
            elif due[-1][1] in DONE: name = "reported"    # "the latest period among them decides"
            else: name = "report_missing" if seen else "no_report"
            s = Standing(name, causes=["blocked"] if state == "blocked" else [])
        s.cycles, s.ended = "%d/%d" % (len(due) - late, len(due)), len(due)
        return s
    if t.kind == "ongoing":
        ended = []
        for a, b in cycles(t.c, t.report_every):
            if b > d:                                     # a cycle has ended on its last day
                break
            ended.append((a, b))
        k = sum(any(a <= e.date <= b for e in seen) for a, b in ended)
        if state in STOP:                                 # row 1 applies to every kind
            s = Standing(state)
        else:
            if not seen:
                name = "no_report" if ended else "not_yet_due"
            elif not ended or any(e.date >= ended[-1][0] for e in seen):
                name = "reported"
            else:
                name = "report_missing"
            s = Standing(name, causes=["blocked"] if state == "blocked" else [])
        s.cycles, s.ended = "%d/%d" % (k, len(ended)), len(ended)   # R2: shown for a stopped one too
        return s
    if state in STOP:                                     # 1
        return Standing(state)
    if t.kind == "duty":
        return Standing("duty")
    done = completion(t, d)
    said = bool(done)
    if t.has_parts:                                       # "The whole is done when every part is done (with evidence) or cancelled"
        whole, all_said = whole_of(t, d)
        said = state == "done" or all_said
        done = whole and (whole[0], True, whole[1])
    if done and (done[1] or not t.c.evidence_required):   # 2
        return Standing(*completed(due_on(t, done[0]), done[0], done[2]))
    limit = in_force(t, d)
    quiet = silence(t, d)
    since = (d - seen[-1].date).days if seen else None
    if limit is not None and d > limit:                   # 3
        causes = []
        if state == "blocked": causes.append("blocked")
        if said: causes.append("awaiting_evidence")
        if quiet: causes.append(quiet)
        return Standing("overdue", (d - limit).days, causes, since if quiet == "stale" else None)
    if said:                                              # 4
        return Standing("awaiting_evidence")
    if state == "blocked":                                # 5
        return Standing("blocked", None, [quiet] if quiet else [], since if quiet == "stale" else None)
    if quiet == "no_report":                              # 6
        return Standing("no_report")
    if quiet == "stale":
        return Standing("stale", since)
    if limit is not None and 0 <= (limit - d).days <= t.c.due_soon:   # 7
        return Standing("due_soon", (limit - d).days)
    if state in (None, "in_progress"):                    # 8
        return Standing("in_progress")
    if state == "not_started":                            # 9
        return Standing("not_started")
    raise AssertionError((t.id, d, state))

def slip(t, d):
    """Every day before the last extension, stop or replacement (dated on or before d) on which row 3 held, as seen on that day (R3)."""
    if t.kind != "deliverable":
        return 0
    marks = [x for x, _ in t.extensions if x <= d] + [e.date for e in t.seen(d) if e.state in STOP]
    if not marks:
        return 0
    limits = [last_good(x, dt.date.max) for x in [t.due] + [x for _, x in t.extensions]]
    limits = [x for x in limits if x is not None]
    if not limits:
        return 0
    n, x, end = 0, min(limits), max(marks)
    while x < end:
        n += judge(t, x).name == "overdue"
        x += ONE
    return n

# ---------------------------------------------------------------- groups
COLS = ["cancelled", "superseded", "done_on_time", "done_late", "done", "overdue", "awaiting_evidence", "blocked",
        "no_report_deliverable", "stale", "due_soon", "in_progress", "not_started",
        "reported", "not_yet_due", "report_missing", "no_report_ongoing", "duty"]

def column(t, s):
    return s.name + "_" + t.kind if s.name == "no_report" else s.name

def tally(c, tasks, d):
    j = [(t, judge(t, d)) for t in tasks]
    n = dict.fromkeys(COLS, 0)
    for t, s in j:
        n[column(t, s)] += 1
    assert sum(n.values()) == len(tasks)                  # parts sum to the total
    live = [(t, s) for t, s in j if s.name not in STOP]
    deliv = [(t, s) for t, s in live if t.kind == "deliverable"]
    ongoing = [(t, s) for t, s in live if t.kind == "ongoing"]
    duties = [(t, s) for t, s in live if t.kind == "duty"]
    done = [(t, s) for t, s in deliv if s.name in DONE]
    open_ = [(t, s) for t, s in deliv if s.name not in DONE]
    active = open_ + ongoing                              # deliverables neither done nor stopped, and ongoing not stopped
    said = lambda t: last_state(t.seen(d)) == "done" or t.has_parts and whole_of(t, d)[1]
    high = len(done) + sum(bool(silence(t, d)) or said(t) for t, s in open_)
    due_cycle = [(t, s) for t, s in ongoing if s.ended]
    r = {
        "total": len(tasks), **n,
        "completion_done": len(done), "completion_high": high, "completion_whole": len(deliv),
        "on_time": n["done_on_time"], "on_time_whole": n["done_on_time"] + n["done_late"] + n["overdue"],
        "slips": sum(slip(t, d) > 0 for t in tasks),      # stopped ones included
        "reported_ratio": sum(s.name == "reported" for t, s in due_cycle),   # R4: counted within the whole
        "reporting_whole": len(due_cycle),
    }
    heard = sum(s.name in ("reported", "not_yet_due") if t.kind == "ongoing" else not silence(t, d) for t, s in active)
    word = None
    if not tasks: word = "no_tasks"
    elif not live: word = "closed"
    elif len(duties) == len(live): word = "general_duty"
    elif any(s.name == "overdue" and s.days > c.seriously and "awaiting_evidence" not in s.causes for t, s in live): word = "seriously_late"
    elif n["overdue"]: word = "has_overdue"
    elif 2 * heard < len(active): word = "not_enough_data"
    elif any(r[1] == "overdue" for t, s in live if t.divided for r in counted(t, d)): word = "has_late_parts"
    elif any(last_state(t.seen(d)) == "blocked" for t, s in live): word = "has_obstacles"
    elif deliv and not open_:
        word = "dated_completed" if ongoing or duties else "completed"
        if n["done_late"]: word += "_some_late"           # R5: done_late alone, a slip mark is not "late" here
    elif not done and all(not t.seen(d) or last_state(t.seen(d)) == "not_started" for t, s in active): word = "not_started"
    else: word = "in_time"
    r["word"], r["overdue_count"] = word, n["overdue"]
    return r

GROUP_COLS = (["total"] + COLS + ["completion_done", "completion_high", "completion_whole", "on_time", "on_time_whole",
              "slips", "reported_ratio", "reporting_whole", "word", "overdue_count"])

def holder(c, agency, t, d):
    """What was neither done nor stopped by an agency's last day, duties included, counts under its successor for good
    (and under that one's). Judged as seen on the last day (R6); from the day after it (R7)."""
    byid = {a["id"]: a for a in c.agencies}
    path = [agency]
    while True:
        a = byid.get(agency, {})
        until, succ = day(a.get("valid_until")), a.get("successor")
        if not until or not succ or d <= until or succ in path:
            return agency
        if judge(t, until).name in DONE + STOP:
            return agency
        agency = succ
        path.append(succ)

def leads_on(t, d):
    """"By date, each replaces the leads from its day for good; a task done or stopped on the day before follows when reopened.
    Then successors, by the same rule.\""""
    leads = t.lead
    over = lambda x: judge(t, x).name in DONE + STOP
    for h in t.handovers:
        date = day(h["date"])
        if date <= d and (not over(date - ONE) or any(not over(e.date) for e in t.raw_seen(d) if e.date >= date)):
            leads = as_list(h["lead"])
    out = []
    for a in leads:
        a = holder(t.c, a, t, d)
        if a not in out: out.append(a)
    return out

def groups(c, d):
    yield "directive", c.tasks
    for p in c.priorities:
        yield "priority:" + p["id"], [t for t in c.tasks if t.priority == p["id"]]
        for x in as_list(p.get("sections")):
            yield "section:" + x["id"], [t for t in c.tasks if t.priority == p["id"] and t.section == x["id"]]
    held = {t.id: set(leads_on(t, d)) for t in c.tasks}   # joint lead: once for each
    for a in c.agencies:
        yield "agency:" + a["id"], [t for t in c.tasks if a["id"] in held[t.id]]
    for p in c.places:                                    # places of restricted tasks are hidden
        # "A group of places stands for its members, in a part's `place` too"; "a place named by a part of a task counts the
        # part and not the task". The group's own page counts what names it.
        around = {p["id"]} | {g["id"] for g in c.places if p["id"] in as_list(g.get("members"))}
        yield "place:" + p["id"], [t for t in c.tasks if not t.restricted and around & set(t.places)
                                   and not any(x.place in around for x in (parts_of(t, d) if t.has_parts else []))]

def lines(c, d, name, tasks):
    """The two lines beside the ratios: {standing: n} of parts, and (on time, late, missing) of periods, over tasks not stopped."""
    def shown(t): return not t.restricted and judge(t, d).name not in STOP
    pieces = {}
    kind, _, i = name.partition(":")
    around = {i} | {g["id"] for g in c.places if i in as_list(g.get("members"))}
    for t in c.tasks if kind in ("agency", "place") else tasks:
        if not (t.has_parts and shown(t)): continue
        for r in counted(t, d):
            if kind == "place" and r[0].place not in around: continue
            if kind == "agency" and (not r[0].agency or part_holder(c, t, r[0], d) != i): continue
            pieces[r[1]] = pieces.get(r[1], 0) + 1
    due = [r for t in tasks if t.reports and shown(t) for r in counted(t, d)]
    return pieces, [sum(r[1] in ("done_on_time", "done") for r in due), sum(r[1] == "done_late" for r in due), sum(r[1] == "overdue" for r in due)]

def part_holder(c, t, p, d):
    """"What its agency leaves open goes to the successor, as tasks do.\""""
    byid, agency, path = {a["id"]: a for a in c.agencies}, p.agency, [p.agency]
    while True:
        a = byid.get(agency, {})
        until, succ = day(a.get("valid_until")), a.get("successor")
        if not until or not succ or d <= until or succ in path or judge_part(t, p, until)[0] in DONE + ("cancelled",):
            return agency
        agency = succ
        path.append(succ)

# ---------------------------------------------------------------- printing
def dash(x):
    return "-" if x is None or x == "" else str(x)

def standings_table(c, dates):
    out = ["\t".join("as_of task standing days causes cause_days slip_days deadline last_entry cycles".split())]
    for d in dates:
        for t in c.tasks:
            s, seen = judge(t, d), t.seen(d)
            out.append("\t".join(map(dash, [d, t.id, s.name, s.days, "+".join(s.causes), s.cause_days, slip(t, d) or None,
                                            in_force(t, d), seen[-1].date if seen else None, s.cycles])))
    return "\n".join(out) + "\n"

def groups_table(c, dates):
    out = ["\t".join(["as_of", "group"] + ["overdue" if x == "overdue_count" else x for x in GROUP_COLS])]
    for d in dates:
        for name, tasks in groups(c, d):
            r = tally(c, tasks, d)
            out.append("\t".join([str(d), name] + [str(r[k]) for k in GROUP_COLS]))
    return "\n".join(out) + "\n"

def parts_table(c, dates):
    out = ["as_of\ttask\tpart\tstanding\tdays\tcauses\tslip_days"]
    for d in dates:
        for t in c.tasks:
            for p, name, days, causes, _ in part_rows(t, d) if t.divided else []:
                out.append("\t".join(map(dash, [d, t.id, p.id, name, days, "+".join(causes), part_slip(t, p, d) or None])))
            for n, (name, days) in enumerate(levels_of(t, d)):
                out.append("\t".join(map(dash, [d, t.id, "level:%d" % n, name, days, None, None])))
            if t.handovers:
                out.append("\t".join(map(dash, [d, t.id, "leads", ",".join(leads_on(t, d)), None, None, None])))
    return "\n".join(out) + "\n"

def lines_table(c, dates):
    out = ["as_of\tgroup\tparts\treports"]
    for d in dates:
        for name, tasks in groups(c, d):
            pieces, reports = lines(c, d, name, tasks)
            if pieces or any(reports):
                out.append("\t".join([str(d), name, ",".join("%s=%d" % x for x in sorted(pieces.items())) or "-", "/".join(map(str, reports))]))
    return "\n".join(out) + "\n"

# ---------------------------------------------------------------- portal
def settled(c, d):
    """"it has a deliverable or ongoing task; each deliverable is done or stopped; each ongoing one is stopped, or all its
    occurrences have fallen due or are cancelled, or the directive's period and the last cycle have ended (on their last day)".
    Occurrences replace cycles (§3 Reports), so the last alternative is for tasks without them."""
    tasks = [t for t in c.tasks if t.kind != "duty"]
    def over(t):
        if t.kind == "deliverable": return judge(t, d).name in DONE + STOP
        if judge(t, d).name in STOP: return True
        if c.to is None and not (t.reports and t.reports.get("to")): return False
        if t.reports:                                     # every occurrence up to the last, however late it falls due
            rows = parts_of(t, dt.date(2100, 12, 31))
            return all(judge_part(t, p, d)[0] == "cancelled" or last_good(part_due(t, p, d), d) < d for p in rows)
        return d >= c.to and all(b <= d for a, b in cycles(c, t.report_every))
    return bool(tasks) and all(over(t) for t in tasks)

def portal_table(root, d):
    """One row for each directive that exists on the day, and the sums over all of them."""
    folder = os.path.join(root, "directives")
    all_ = {i: Content(os.path.join(folder, i), d, d, root) for i in sorted(os.listdir(folder))}
    all_ = {i: c for i, c in all_.items() if c.date <= d}  # "A directive dated after `as_of` does not exist that day"
    if not all_:
        raise SystemExit("refused: %s is before all directives" % d)
    rows = ["\t".join(["as_of", "row", "settled"] + ["overdue" if x == "overdue_count" else x for x in GROUP_COLS])]
    def row(name, c, tasks, is_settled=None):
        r = tally(c, tasks, d)
        if name == "all": r["word"] = None                # "no word for the whole"
        rows.append("\t".join(map(dash, [d, name, is_settled] + [r[k] for k in GROUP_COLS])))
    for i, c in all_.items():
        row("directive:" + i, c, c.tasks, "settled" if settled(c, d) else "running")
    sums = {}
    for c in all_.values():
        for name, tasks in groups(c, d):
            name = "all" if name == "directive" else name
            if name == "all" or name.split(":")[0] in ("agency", "place"):
                sums.setdefault(name, (c, []))[1].extend(tasks)
    for name, (c, tasks) in sums.items():
        if tasks: row(name, c, tasks)
    return "\n".join(rows) + "\n"

# ---------------------------------------------------------------- lint
KEYS = {
    "site": "title publisher contact base_url language notice logo as_of next_update periods due_soon_days stale_after_days report_every cycle_day seriously_late_days evidence_required",
    "directive": "number date place subject kind issuer signer period recipients basis labels priorities report_every cycle_day",
    "priority": "id number title summary visibility no_tasks sections",
    "agency": "id name short aliases kind valid_from valid_until successor members",
    "place": "id name kind members",
    "document": "id symbol title date issuer kind url file printed correction",
    "task": "priority number title kind product clause lead lead_source support places due extensions documents related visibility report_every updates corrections added document recorded parts reports targets handovers section",
    "update": "date state text percent evidence document superseded_by recorded part",
    "extension": "decided due document recorded part reason",
    "note": "date title author tasks priorities places evidence draft id body recorded",
}
ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
WIN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$")

def lint(c):
    bad = []
    def err(where, what): bad.append("%s: %s" % (where, what))
    def keys(kind, r, where):
        for k in r:
            if not k.startswith("_") and k not in KEYS[kind].split(): err(where, "unknown key " + k)
    def ids(rows, kind):
        got = set()
        for r in rows:
            keys(kind, r, r["id"])
            i = r["id"]
            if not ID.fullmatch(i) or len(i) > 60 or any(WIN.match(s) for s in re.split("[.-]", i)): err(kind, "bad id " + i)
            if i.lower() in got: err(kind, "double id " + i)
            got.add(i)
            if not (r.get("name") or r.get("title")): err(kind, i + " has no name")
        return got
    keys("site", c.site, "site"); keys("directive", c.directive, "directive")
    P, A, L, D = ids(c.priorities, "priority"), ids(c.agencies, "agency"), ids(c.places, "place"), ids(c.documents, "document")
    T = {t.id for t in c.tasks}
    N = {n["id"] for n in c.notes}
    restrictedP = {p["id"] for p in c.priorities if p.get("visibility") == "status_only"}
    byid = {t.id: t for t in c.tasks}
    def ref(where, what, pool):
        for x in as_list(what):
            if x not in pool: err(where, "unknown reference " + x)
    def due(where, x):
        if isinstance(x, dict):
            forms = [k for k in ("by", "before", "month", "quarter", "year", "days", "event") if k in x]
            extra = set(x) - set(forms) - ({"after", "happened"} if "days" in x else set())
            if len(forms) != 1 or extra: err(where, "deadline %r" % x)
            if "days" in x and not x.get("after"): err(where, "days without after")
        last_good(x, dt.date.max)
    ref("basis", c.directive.get("basis"), D)
    for a in c.agencies:
        ref(a["id"], a.get("successor"), A); day(a.get("valid_from")); day(a.get("valid_until"))
    for d in c.documents:
        day(d.get("date"))
        if d.get("correction"): day(d["correction"].get("date"))
        if d.get("file") and not os.path.exists(os.path.join(c.root, d["file"])): err(d["id"], "no file " + d["file"])
    for t in c.tasks:
        r, w = t.raw, "tasks/" + t.id
        keys("task", r, w)
        if not ID.fullmatch(t.id): err(w, "bad id")
        if not r.get("title"): err(w, "no title")
        ref(w, t.priority, P); ref(w, t.lead, A); ref(w, r.get("support"), A); ref(w, t.places, L)
        ref(w, r.get("documents"), D); ref(w, r.get("related"), T - {t.id})
        if t.kind not in ("deliverable", "ongoing", "duty"): err(w, "kind")
        if t.kind != "deliverable" and (t.due or t.extensions): err(w, "due on " + t.kind)
        if t.kind != "ongoing" and r.get("report_every"): err(w, "report_every on " + t.kind)
        if t.extensions and not t.due: err(w, "extension without due")
        if t.due: due(w, t.due)
        for x in as_list(r.get("extensions")):
            keys("extension", x, w); due(w, x["due"]); ref(w, x.get("document"), D)
        for u in as_list(r.get("updates")):
            keys("update", u, w); ref(w, u.get("evidence"), D); ref(w, u.get("document"), D); ref(w, u.get("superseded_by"), T - {t.id})
            st = u.get("state")
            if st not in (None, "not_started", "in_progress", "blocked", "done", "cancelled", "superseded"): err(w, "state")
            if st in STOP and not u.get("document"): err(w, "stop without document")
            if (st == "superseded") != bool(u.get("superseded_by")): err(w, "superseded_by")
            if st == "done" and t.kind != "deliverable" and not (t.reports and u.get("part")): err(w, "done on " + t.kind)
            if u.get("percent") and not 0 <= int(u["percent"]) <= 100: err(w, "percent")
        if t.priority in restrictedP and r.get("visibility") == "public": err(w, "public in a restricted priority")
    hidden = set()
    for n in c.notes:
        ts, ps = as_list(n.get("tasks")), as_list(n.get("priorities"))
        if (ts or ps) and all(byid[x].restricted for x in ts if x in byid) and all(p in restrictedP for p in ps): hidden.add(n["id"])
    for n in c.notes:
        w = "notes/" + n["id"]
        keys("note", n, w); day(n["date"]); ref(w, n.get("tasks"), T); ref(w, n.get("priorities"), P)
        ref(w, n.get("places"), L); ref(w, n.get("evidence"), D); ref(w, n.get("author"), A)
        if not ID.fullmatch(n["id"]): err(w, "bad id")
        if not n.get("title"): err(w, "no title")
        for kind, x in re.findall(r"\]\((task|priority|note|doc|agency|place):([^)]*)\)", n["body"]):
            ref(w, x, {"task": T, "priority": P, "note": N - hidden, "doc": D, "agency": A, "place": L}[kind])
        for x in re.findall(r"\]\((attachments/[^)]*)\)", n["body"]):
            if not os.path.exists(os.path.join(c.root, x)): err(w, "no " + x)
    for base, _, files in os.walk(c.root):
        for f in files:
            if f.endswith((".yaml", ".md")):
                s = open(os.path.join(base, f), encoding="utf-8", newline="").read()
                if s != unicodedata.normalize("NFC", s): err(f, "not NFC")
                if "\t" in s or "\r" in s: err(f, "tab or CR")
                if f.endswith(".yaml"):
                    s = re.sub(r'"(\\.|[^"\\])*"', '""', re.sub(r"(?m)^\s*#.*", "", s))
                    if re.search(r"(^|[\s\[{,:-])[&*!][A-Za-z]", s): err(f, "anchor, alias or tag?")
    return bad

def main(argv):
    mode = argv.pop(0) if argv and argv[0].startswith("--") else None
    if mode == "--portal":
        for n, d in enumerate(sorted({day(x) for x in argv[1:]})):
            text = portal_table(argv[0], d)
            sys.stdout.write(text if n == 0 else text.split("\n", 1)[1])
        return 0
    c = Content(argv[0])
    if mode == "--lint":
        bad = lint(c)
        print("\n".join(bad) or "no errors; default as_of %s; %d tasks" % (c.default_as_of(), len(c.tasks)))
        return 1 if bad else 0
    dates = sorted({day(x) for x in argv[1:]}) or [c.default_as_of()]
    if dates[0] < c.date:                                 # an as_of before the directive's date is refused
        print("refused: %s is before the directive's date %s" % (dates[0], c.date), file=sys.stderr)
        return 2
    # Each date as published, from what was known on it.
    def table(of):
        for n, d in enumerate(dates):
            text = of(Content(argv[0], d, d), [d])
            sys.stdout.write(text if n == 0 else text.split("\n", 1)[1])
    if mode in ("--parts", "--lines"):
        table(parts_table if mode == "--parts" else lines_table)
        return 0
    if mode != "--groups": table(standings_table)
    if mode is None: sys.stdout.write("\n")
    if mode != "--standings": table(groups_table)
    return 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
