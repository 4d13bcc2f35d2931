#!/usr/bin/env python3
"""Writes a random content folder without check errors from a seed, for differential tests.

    python3 gen.py DIR SEED TASKS GROUPS [key=value ...]
Keys: date, to, site (extra lines of site.yaml, `;` between them), deadlines (comma list of forms), ongoing, duty, late (shares
in %; late: of facts recorded after they happened, of tasks added later, of corrections).
The folders d33 and d23 were made with the lines in make.sh; another seed makes another folder.
"""
import datetime as dt, os, random, shutil, sys

def main(root, seed, n, g, **o):
    rnd = random.Random(int(seed)); n, g = int(n), int(g)
    start = dt.date.fromisoformat(o.get("date", "2024-02-05")); end = dt.date.fromisoformat(o.get("to", "2024-12-31"))
    forms = o.get("deadlines", "day,by,before,month,quarter,year,before-month,before-quarter,days,nothappened,event,none").split(",")
    ongoing, duty, late = int(o.get("ongoing", 25)), int(o.get("duty", 10)), int(o.get("late", 0))
    span = (end - start).days
    if os.path.exists(root): shutil.rmtree(root)
    os.makedirs(root + "/tasks"); os.makedirs(root + "/notes")
    def put(name, s): open(os.path.join(root, name), "w", encoding="utf-8", newline="\n").write(s)
    def date(a=-10, b=None): return start + dt.timedelta(days=rnd.randint(a, span + 40 if b is None else b))
    def show(d): return rnd.choice([d.isoformat(), d.isoformat(), "%d/%d/%d" % (d.day, d.month, d.year)])
    def often(): return late and rnd.randint(1, 100) <= late
    def recorded(d): return ", recorded: %s" % show(d + dt.timedelta(days=rnd.randint(1, 60))) if often() else ""
    def due(f):
        d = date(-15)
        q = "%d-Q%d" % (d.year, (d.month + 2) // 3); m = d.strftime("%Y-%m")
        return {"day": show(d), "by": "{by: %s}" % show(d), "before": "{before: %s}" % show(d), "month": "{month: %s}" % m,
                "quarter": "{quarter: %s}" % q, "year": "{year: %d}" % d.year, "before-month": "{before: {month: %s}}" % m,
                "before-quarter": "{before: {quarter: %s}}" % q, "before-year": "{before: {year: %d}}" % (d.year + 1),
                "days": "{days: %d, after: nhận hướng dẫn, happened: %s}" % (rnd.randint(1, 40), show(d)),
                "nothappened": "{days: 15, after: nhận kinh phí}", "event": "{event: trước mùa mưa}"}[f]
    put("site.yaml", "title: Kế hoạch thử số %s\npublisher: Văn phòng huyện Đá Mài\ncontact: tiendo@damai.example\nbase_url: https://damai.example/\nlanguage: vi\nnotice: Dữ liệu bịa ra để thử.\n" % seed
        + "".join(x.strip() + "\n" for x in o.get("site", "").split(";") if x.strip()))
    put("directive.yaml", "number: %s/KH-UBND\ndate: %s\nplace: Đá Mài\nsubject: Kế hoạch bịa ra để thử\nkind: Kế hoạch\nissuer: Ủy ban nhân dân huyện Đá Mài\nsigner: {title: Chủ tịch, name: Lò Văn Suối}\nperiod: {from: %s, to: %s}\nlabels:\n  priority: {one: mục tiêu, many: mục tiêu}\n  task: {one: đầu việc, many: đầu việc}\npriorities:\n" % (seed, start, start, end)
        + "".join('  - {id: "%d", title: Mục tiêu %d%s%s}\n' % (i, i, ", visibility: status_only" if i % 6 == 5 else "", ", no_tasks: Chỉ nêu chủ trương." if i > n else "") for i in range(1, g + 1)))
    end1, end2 = start + dt.timedelta(days=span // 3), start + dt.timedelta(days=2 * span // 3)
    one = dt.timedelta(days=1)
    put("agencies.yaml", "- {id: phong-a, name: Phòng A, valid_until: %s, successor: phong-b}\n- {id: phong-b, name: Phòng B, valid_until: %s, successor: phong-c}\n- {id: phong-c, name: Phòng C}\n- {id: phong-d, name: Phòng D & E}\n- {id: phong-e, name: Phòng G}\n" % (end1, end2))
    put("places.yaml", "- {id: xa-mot, name: Xã Một, kind: xã}\n- {id: xa-hai, name: Xã Hai, kind: xã}\n- {id: xa-ba, name: Xã Ba, kind: xã}\n")
    docs = ["bc-%d" % i for i in range(1, 6)]
    put("documents.yaml", "".join("- {id: %s, title: Văn bản %s, date: %s}\n" % (d, d, start) for d in docs + ["qd-1"]))
    ids = []
    for i in range(n):
        p = i % g + 1 if i < g else rnd.randint(1, g)
        k = sum(x[0] == p for x in ids) + 1
        ids.append((p, "%d.%d" % (p, k)))
    for p, i in ids:
        x = rnd.randint(1, 100)
        kind = "ongoing" if x <= ongoing else "duty" if x <= ongoing + duty else "deliverable"
        s = 'priority: "%d"\ntitle: Đầu việc %s\nkind: %s\n' % (p, i, kind)
        lead = rnd.sample(["phong-a", "phong-b", "phong-c", "phong-d", "phong-e"], rnd.choice([0, 1, 1, 1, 2]))
        if lead: s += "lead: [%s]\n" % ", ".join(lead)
        pl = rnd.sample(["xa-mot", "xa-hai", "xa-ba"], rnd.choice([0, 0, 1, 2]))
        if pl: s += "places: [%s]\n" % ", ".join(pl)
        if rnd.random() < .1: s += "visibility: status_only\n"
        if kind == "ongoing" and rnd.random() < .5: s += "report_every: %s\n" % rnd.choice(["week", "quarter", "month"])
        if kind == "deliverable":
            f = rnd.choice(forms)
            if f != "none":
                s += "due: %s\n" % due(f)
                ex = rnd.choice([0, 0, 0, 1, 2, 3])
                if ex:
                    s += "extensions:\n"
                    for d in sorted(date() for _ in range(ex)):
                        s += "  - {decided: %s, due: %s, document: qd-1%s}\n" % (show(d), due(rnd.choice([f for f in forms if f != "none"])), recorded(d))
        ups = sorted(date(b=span + 20) for _ in range(rnd.choice([0, 0, 1, 2, 3, 4, 6])))
        if ups: s += "updates:\n"
        for d in ups:
            states = ["", "", "not_started", "in_progress", "in_progress", "blocked"] + ["done"] * (5 * (kind == "deliverable")) + ["stop"]
            st = rnd.choice(states)
            if st == "stop":
                other = rnd.choice([y for _, y in ids if y != i] or [""])
                u = "state: cancelled, document: qd-1" if rnd.random() < .5 or not other else 'state: superseded, document: qd-1, superseded_by: "%s"' % other
            else:
                u = "state: %s" % st if st else "text: Có báo cáo."
            if kind == "deliverable" and st in ("", "done") and rnd.random() < .5: u += ", evidence: [%s]" % rnd.choice(docs)
            s += "  - {date: %s, %s%s}\n" % (show(d), u, recorded(d))
        if often(): s += "added: %s\n" % show(date(0, span // 2)) + ("document: qd-1\n" if rnd.random() < .5 else "")
        if often(): s += "recorded: %s\n" % show(date(span // 2, span // 2 + 20))
        corrections = []
        for of in ("deadline", "entry", "entry", "lead", "priority") if late else ():
            if rnd.randint(1, 200) > late or of == "deadline" and "due:" not in s: continue
            was = {"deadline": show(date()), "entry": show(date(0, span)), "lead": "[phong-%s]" % rnd.choice("abcde"), "priority": '"%d"' % rnd.randint(1, g)}[of]
            more = ""
            if of == "entry": more = ", as_published: {%s}" % rnd.choice(["state: in_progress", "text: Có báo cáo.", "state: blocked"] + ["state: done, evidence: [bc-1]"] * (kind == "deliverable"))
            if of == "deadline" and "decided:" in s and rnd.random() < .5:
                more = ", decided: %s" % s.split("decided: ")[1].split(",")[0]
            d = date(5, span)
            corrections.append("  - {of: %s, was: %s%s, date: %s, reason: Gõ nhầm%s}\n" % (of, was, more, show(d), recorded(d)))
        if corrections: s += "corrections:\n" + "".join(corrections)
        put("tasks/%s.yaml" % i, s)
    for j in range(4):
        d = date(0, span)
        put("notes/%s-ghi-%d.md" % (d, j), '---\ndate: %s\ntitle: Ghi chú %d\npriorities: ["1"]\n---\nMột dòng.\n' % (d, j))

if __name__ == "__main__":
    main(*sys.argv[1:5], **dict(a.split("=", 1) for a in sys.argv[5:]))
