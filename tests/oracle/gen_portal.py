#!/usr/bin/env python3
"""Writes a random portal: directives like those of gen_records.py, of different days and periods, some of them settled.

    python3 gen_portal.py OUT SEED DIRECTIVES TASKS

OUT becomes a content folder. The same seed gives the same bytes. Compare the program with oracle.py --portal on it.
"""
import datetime as dt, json, os, random, shutil, subprocess, sys

out, seed, count, tasks = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
r = random.Random(seed)
here = os.path.dirname(os.path.abspath(__file__))
SHARED = ["agencies.yaml", "places.yaml", "documents.yaml", "site.yaml"]

def read(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)

def write(path, value):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")

for n in range(count):
    folder = os.path.join(out, "directives", "kh-%d" % (n + 1))
    subprocess.run([sys.executable, os.path.join(here, "gen_records.py"), folder, str(seed + n), tasks], check=True)
    for name in SHARED:                                   # one list for all: the first one's
        if n == 0: shutil.move(os.path.join(folder, name), os.path.join(out, name))
        else: os.remove(os.path.join(folder, name))
    path = os.path.join(folder, "directive.yaml")
    head = read(path)
    start = dt.date.fromisoformat(head["date"]) + dt.timedelta(days=35 * (n // 2))
    head.update(number="%d/KH" % (n + 1), date=start.isoformat())
    head["period"] = {"from": start.isoformat(), "to": r.choice(["2024-01-31", "2024-02-10", "2024-03-31"])}
    write(path, head)
    if n % 2:                                             # every other one comes to its end
        end = dt.date(2023, r.randint(9, 12), r.randint(1, 28)).isoformat()
        for name in sorted(os.listdir(os.path.join(folder, "tasks"))):
            path = os.path.join(folder, "tasks", name)
            task = read(path)
            if task["kind"] == "deliverable" or r.random() < 0.3:
                stop = {"date": end, "state": "cancelled", "document": "qd", "text": "Không còn cần nữa"}
                task["updates"] = [u for u in task["updates"] if u["date"][:10] <= end] + [stop]
            write(path, task)
