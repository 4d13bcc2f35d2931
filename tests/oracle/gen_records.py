#!/usr/bin/env python3
"""Writes a random content folder that uses parts, periodic reports, hours, targets, handovers, groups and sections.

    python3 gen_records.py OUT SEED TASKS

OUT becomes a content folder. The same seed gives the same bytes. Compare the program with oracle.py on it.
"""
import datetime as dt, json, os, random, sys

out, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
r = random.Random(seed)
START = dt.date(2023, 2, 15)

def day(least=-10, most=420): return START + dt.timedelta(days=r.randint(least, most))
def iso(d): return d.isoformat()
def write(path, value):
    path = os.path.join(out, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")

def hour(): return r.choice(["T08:00", " 17h00", "T16:45", " 7h30"])
def deadline(plain=False):
    d = day(20)
    return r.choice([lambda: iso(d), lambda: {"before": iso(d)}, lambda: {"month": iso(d)[:7]}, lambda: {"quarter": "%d-Q%d" % (d.year, (d.month + 2) // 3)}]
                    + ([] if plain else [lambda: {"by": iso(d) + hour()}, lambda: {"before": iso(d) + hour()}, lambda: iso(d) + hour(),
                                         lambda: {"days": r.randint(1, 60), "after": "họp", "happened": iso(day())}, lambda: {"event": "họp"}]))()

AGENCIES = ["so-%s" % c for c in "abcdef"]
PLACES = ["xa-%s" % c for c in "abcdef"]
write("site.yaml", {"title": "Ngẫu nhiên", "publisher": "Văn phòng", "contact": "a@b.example", "stale_after_days": 60,
                    "evidence_required": str(seed % 3 != 0).lower()})
write("directive.yaml", {"number": "1/KH", "date": iso(START), "subject": "Ngẫu nhiên", "period": {"from": iso(START), "to": "2024-03-31"},
      "report_every": r.choice(["month", "quarter", "half"]), "cycle_day": r.randint(1, 28),
      "priorities": [{"id": "1", "title": "Một", "sections": [{"id": "1.a", "title": "A"}, {"id": "1.b", "number": "I.2", "title": "B"}]},
                     {"id": "2", "title": "Hai", "visibility": r.choice(["public", "status_only"])}]})
agencies = [{"id": a, "name": a} for a in AGENCIES] + [{"id": "nhom", "name": "Nhóm", "members": ["so-b", "so-c", "so-d"]}]
agencies[1].update(valid_until=iso(day(100)), successor="so-e")
agencies[4].update(valid_until=iso(day(200)), successor="so-f")
write("agencies.yaml", agencies)
write("places.yaml", [{"id": p, "name": p} for p in PLACES] + [{"id": "cum", "name": "Cụm", "members": ["xa-a", "xa-b", "xa-c"]}])
write("documents.yaml", [{"id": "mc", "title": "Minh chứng"}, {"id": "qd", "title": "Quyết định"}])

def some(pool, most=3): return r.sample(pool, r.randint(1, most))
def known(fact, key):
    if r.random() < 0.15:
        d = dt.date.fromisoformat(fact[key][:10]) + dt.timedelta(days=r.randint(1, 60))
        fact["recorded"] = iso(d)
    return fact

def entries(task, ids, may_be_all, kind):
    out = []
    for _ in range(r.randint(0, 14)):
        u = {"date": iso(day()) + (r.choice(["T09:30", " 16h59", "T17:00"]) if r.random() < 0.2 else "")}
        u["date"] = u["date"].strip()
        if ids and r.random() < 0.75:
            u["part"] = "all" if may_be_all and r.random() < 0.2 else r.choice([r.choice(ids), some(ids, min(3, len(ids)))])
        states = ["not_started", "in_progress", "blocked"] + (["done"] * 4 if u.get("part") or kind == "deliverable" else [])
        if r.random() < 0.85: u["state"] = r.choice(states)
        if r.random() < 0.08: u.update(state="cancelled", document="qd")
        if r.random() < 0.5: u["evidence"] = ["mc"]
        u["text"] = "Báo cáo tình hình lần này"
        out.append(known(u, "date"))
    return sorted(out, key=lambda u: u["date"][:10]) if r.random() < 0.8 else out

for n in range(count):
    kind = r.choice(["deliverable"] * 3 + ["ongoing"] * 2)
    t = {"priority": r.choice(["1", "1", "2"]), "title": "Việc %d" % n, "kind": kind}
    if t["priority"] == "1" and r.random() < 0.6: t["section"] = r.choice(["1.a", "1.b"])
    if r.random() < 0.9: t["lead"] = some(AGENCIES + ["nhom"])
    if r.random() < 0.7: t["places"] = some(PLACES + ["cum"])
    ids, may_be_all = [], False
    if kind == "deliverable":
        if r.random() < 0.85: t["due"] = deadline()
        form = r.choice(["places", "leads", "list", "list", None])
        unfolded = lambda xs, g, m: list(dict.fromkeys(y for x in xs for y in (m if x == g else [x])))
        if form == "places" and t.get("places"):
            t["parts"], ids = form, unfolded(t["places"], "cum", PLACES[:3])
        elif form == "leads" and t.get("lead"):
            t["parts"], ids = form, unfolded(t["lead"], "nhom", AGENCIES[1:4])
        elif form == "list":
            ids = ["p%d" % k for k in range(r.randint(1, 5))]
            t["parts"] = [{"id": i, "title": i.upper()} for i in ids]
            for p in t["parts"]:
                if t.get("due") and r.random() < 0.5: p["due"] = deadline()
                if r.random() < 0.3: p["place"] = r.choice(PLACES + ["cum"])
                if r.random() < 0.4: p["agency"] = r.choice(AGENCIES + ["nhom"])
        may_be_all = bool(ids)
        if t.get("due") and r.random() < 0.6:
            t["extensions"] = [known(dict({"decided": iso(day()), "due": deadline(), "document": "qd", "reason": "Chờ"},
                                     **({"part": some(ids, min(2, len(ids)))} if ids and r.random() < 0.5 else {})), "decided") for _ in range(r.randint(1, 3))]
    elif r.random() < 0.8:
        every = r.choice(["week", "month", "month", "quarter", "half", "year"])
        limit = r.choice("mon tue wed thu fri sat sun".split()) if every == "week" else str(r.choice([1, 5, 10, 25, 31]))
        t["reports"] = {"every": every, r.choice(["by", "before"]): limit}
        if r.random() < 0.4: t["reports"]["offset"] = str(r.randint(-1, 2))
        d = day(0, 150)
        ids = {"week": lambda: ["%d-w%02d" % (d + dt.timedelta(days=7 * k)).isocalendar()[:2] for k in range(1, 8)],
               "month": lambda: ["2023-%02d" % m for m in range(3, 13)] + ["2024-01"], "quarter": lambda: ["2023-q2", "2023-Q3", "2023-q4"],
               "half": lambda: ["2023-h2", "2024-H1"], "year": lambda: ["2024"]}[every]()
        if every in ("week", "month") and r.random() < 0.5:
            t["reports"].update({"from": ids[0], "to": ids[-1]})
        if r.random() < 0.5:
            t["extensions"] = [{"decided": iso(day()), "due": deadline(True), "document": "qd", "part": some(ids, min(2, len(ids)))}]
    elif r.random() < 0.5:
        t["report_every"] = r.choice(["half", "year", "quarter"])
    if r.random() < 0.4 and t.get("parts") != "leads":
        t["handovers"] = [known({"date": iso(day()), "lead": some(AGENCIES + ["nhom"], 2), "document": "qd"}, "date") for _ in range(r.randint(1, 2))]
    if r.random() < 0.5:
        share = r.random() < 0.3
        bound = lambda: {r.choice(["at_least", "at_most", "above", "below"]): r.choice(["50", "66,666666", "4.5", "100"])}
        g = {"title": "Tỷ lệ", "unit": "%"}
        if r.random() < 0.5: g.update(bound())
        else: g["levels"] = [dict(bound(), **({"due": deadline(True)} if r.random() < 0.6 else {})) for _ in range(r.randint(1, 3))]
        g["values"] = [known(dict({"date": iso(day()), "value": str(r.randint(0, 3)) if share else str(r.choice(["50", "4,5", "4.51", "66,7", "100", "0"]))},
                                  **({"of": "3"} if share else {})), "date") for _ in range(r.randint(0, 5))]
        t["targets"] = [g]
    t["updates"] = entries(t, ids, may_be_all, kind)
    write("tasks/%d.yaml" % (n + 1), t)
