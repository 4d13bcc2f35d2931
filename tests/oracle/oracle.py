#!/usr/bin/env python3
"""Reference implementation of DESIGN.md section 3, written from its text without reading the Rust code.

    python3 oracle.py CONTENT [DATE...]        both tables on stdout, a blank line between them
    python3 oracle.py --standings CONTENT DATE...
    python3 oracle.py --groups CONTENT DATE...
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
    happened = day(fact[key])
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
    def __init__(self, root, as_of=dt.date.max, known=dt.date.max):
        self.root = root
        self.site = load_yaml(os.path.join(root, "site.yaml")) or {}
        self.directive = load_yaml(os.path.join(root, "directive.yaml"))
        opt = lambda n: (load_yaml(os.path.join(root, n)) or []) if os.path.exists(os.path.join(root, n)) else []
        self.agencies, self.places, self.documents = opt("agencies.yaml"), opt("places.yaml"), opt("documents.yaml")
        s = self.site
        self.due_soon = int(s.get("due_soon_days", 7))
        self.stale_after = int(s.get("stale_after_days", 90))
        self.report_every = s.get("report_every", "month")
        self.cycle_day = int(s.get("cycle_day", 1))
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
            days += [day(t.raw[k]) for k in ("added", "recorded") if t.raw.get(k)]
        days += [recorded(n, "date") for n in self.notes if n.get("draft", "false") != "true"]
        return max(days)

class Entry:
    def __init__(self, u):
        self.date, self.state = day(u["date"]), u.get("state")
        self.evidence = bool(as_list(u.get("evidence")))
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
        self.extensions = sorted(((day(x["decided"]), x["due"]) for x in as_list(r.get("extensions"))), key=lambda x: x[0])
        # Under a priority that is restricted, or that was before a correction or is since: details stay unpublished.
        under = {self.priority} | set(r.get("_priorities", []))
        self.restricted = "status_only" in [r.get("visibility")] + [p.get("visibility") for p in content.priorities if p["id"] in under]
        self.report_every = r.get("report_every", content.report_every)
        self._judged = {}

    def seen(self, d):
        """Entries dated after as_of do not exist."""
        return [e for e in self.updates if e.date <= d]

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
        return day(due)
    if "by" in due:
        x = due["by"]
        return span(x)[1] if isinstance(x, dict) else day(x)
    if "before" in due:                                   # the day before; late from its first day
        x = due["before"]
        return (span(x)[0] if isinstance(x, dict) else day(x)) - ONE
    if "event" in due:                                    # no date, so never overdue
        return None
    if "days" in due:                                     # the event's day is not counted; no date until it happened
        h = due.get("happened")
        if h in (None, "") or day(h) > as_of:             # ... a `happened` dated after as_of does not exist
            return None
        return day(h) + int(due["days"]) * ONE
    return span(due)[1]

def in_force(t, d):
    """The first deadline, or that of the last extension decided on or before that day; its last good day as known on d (R1)."""
    due = t.due
    for decided, x in t.extensions:
        if decided <= d:
            due = x
    return last_good(due, d)

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
    return seen[start].date, any(e.evidence for e in run)

def cycles(c, every):
    """The first begins on or after the directive's date, the last is the one that holds the end of its period."""
    def first():
        if every == "week":
            return c.date + ((7 - c.date.weekday()) % 7) * ONE
        if every == "quarter":
            s = dt.date(c.date.year, 1, 1)
            while s < c.date:
                s = add_months(s, 3)
            return s
        s = dt.date(c.date.year, c.date.month, c.cycle_day)
        return s if s >= c.date else add_months(s, 1)
    s = first()
    while s.year < 2101:
        nxt = s + 7 * ONE if every == "week" else add_months(s, 3 if every == "quarter" else 1)
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
    if done and (done[1] or not t.c.evidence_required):   # 2
        limit = in_force(t, done[0])
        if limit is None:
            return Standing("done")
        late = (done[0] - limit).days
        return Standing("done_late", late) if late > 0 else Standing("done_on_time")
    limit = in_force(t, d)
    quiet = silence(t, d)
    since = (d - seen[-1].date).days if seen else None
    if limit is not None and d > limit:                   # 3
        causes = []
        if state == "blocked": causes.append("blocked")
        if state == "done": causes.append("awaiting_evidence")
        if quiet: causes.append(quiet)
        return Standing("overdue", (d - limit).days, causes, since if quiet == "stale" else None)
    if state == "done":                                   # 4
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
    high = len(done) + sum(bool(silence(t, d)) or last_state(t.seen(d)) == "done" for t, s in open_)
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

def groups(c, d):
    yield "directive", c.tasks
    for p in c.priorities:
        yield "priority:" + p["id"], [t for t in c.tasks if t.priority == p["id"]]
    held = {t.id: {holder(c, a, t, d) for a in t.lead} for t in c.tasks}     # joint lead: once for each
    for a in c.agencies:
        yield "agency:" + a["id"], [t for t in c.tasks if a["id"] in held[t.id]]
    for p in c.places:                                    # places of restricted tasks are hidden
        yield "place:" + p["id"], [t for t in c.tasks if not t.restricted and p["id"] in t.places]

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

# ---------------------------------------------------------------- lint
KEYS = {
    "site": "title publisher contact base_url language notice logo as_of next_update periods due_soon_days stale_after_days report_every cycle_day seriously_late_days evidence_required",
    "directive": "number date place subject kind issuer signer period recipients basis labels priorities",
    "priority": "id number title summary visibility no_tasks",
    "agency": "id name short aliases kind valid_from valid_until successor",
    "place": "id name kind",
    "document": "id symbol title date issuer kind url file printed correction",
    "task": "priority number title kind product clause lead lead_source support places due extensions documents related visibility report_every updates corrections added document recorded",
    "update": "date state text percent evidence document superseded_by recorded",
    "extension": "decided due document recorded",
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
            if st == "done" and t.kind != "deliverable": err(w, "done on " + t.kind)
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
    if mode != "--groups": table(standings_table)
    if mode is None: sys.stdout.write("\n")
    if mode != "--standings": table(groups_table)
    return 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
