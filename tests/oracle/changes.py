#!/usr/bin/env python3
"""Computes what became known between two dates with the reference implementation in oracle.py.

    python3 changes.py CONTENT FROM:TO [FROM:TO...] > expected/changes.tsv

Prints one row for each event. An event is something that is true on the later date and not on the earlier one; each is
defined where it is computed. The detail of `done` is the day of completion and the label, of `no_longer_overdue`
the reason, of `redated` the last good days, of `led` who led and who leads, of
`parts_done` the parts, of `parts_moved` each part with its last good days, of `levels` target, level and standing.
"""
import sys
from oracle import (Content, completion, day, dash, DONE, STOP, holder, in_force, judge, last_good, last_state, leads_on,
                    levels_of, part_due, part_rows, silence, whole_of)

def facts(t, d):
    s = judge(t, d)
    state, done = last_state(t.seen(d)), whole_of(t, d)[0] if t.has_parts else completion(t, d)
    active = t.kind != "duty" and s.name not in DONE + STOP
    return {
        "standing": s.name,
        # the day on which it counts as done
        "done": done[0] if s.name in DONE else None,
        # reported as done, with or without evidence
        "reported_done": done is not None and t.kind == "deliverable" and s.name not in STOP,
        "overdue": s.name == "overdue",
        # a deliverable without recent entries, or an ongoing task without a report in its latest cycle
        "silent": active and (s.name in ("no_report", "report_missing") if t.kind == "ongoing" else silence(t, d) is not None),
        "blocked": state == "blocked",
        "stopped": state in STOP,
        "state_entry": next((e.raw.get("_place") for e in reversed(t.seen(d)) if e.state), None),
        "active": active,
    }

def extension(t, d):
    """Returns the text of the deadline in force, so that a new one for an equal date counts as a change."""
    due = t.due
    for decided, x in t.extensions:
        if decided <= d:
            due = x
    return due

def leads(c, t, d):
    return "+".join(leads_on(t, d)) or "-"

def moved_by_name(t, p, d):
    """Whether the deadline in force of a part is that of an extension that names it."""
    deciding = None
    for decided, x, names in t.all_extensions:
        if decided <= d and (p.id in names or p.due in (None, "") and not names):
            deciding = names
    return bool(deciding) and p.id in deciding

def of_parts(t1, t, d1, d2):
    """The parts that are done now and were not, and those that an extension naming them moved."""
    was = {r[0].id: r for r in part_rows(t1, d1)}
    done, moved = [], []
    for r in part_rows(t, d2):
        p, old = r[0], was.get(r[0].id)
        if r[1] in DONE and not (old and old[1] in DONE):
            done.append(p.id)
        same = old and part_due(t1, old[0], d1) == part_due(t, p, d2)
        if not same and (moved_by_name(t, p, d2) or old and moved_by_name(t1, old[0], d1)):
            before = dash(last_good(part_due(t1, old[0], d1), d1)) if old else "-"
            moved.append("%s %s %s" % (p.id, before, dash(last_good(part_due(t, p, d2), d2))))
    return done, moved

def of_levels(t1, t, d1, d2):
    """The levels that were reached or missed: target and level from 1."""
    places = [(n + 1, m + 1) for n, g in enumerate(t.raw.get("targets") or []) for m in range(len(g.get("levels", [g])))]
    told = ("reached", "reached_late", "missed")
    return ["%d.%d %s" % (*place, now[0]) for place, was, now in zip(places, levels_of(t1, d1), levels_of(t, d2))
            if now[0] in told and now[0] != was[0]]

def events(c1, t1, c, t, d1, d2):
    """The events of a task, as known on d1 (c1, t1; t1 is None if it was not there) and on d2 (c, t)."""
    b = facts(t, d2)
    if t1 is None:
        yield "added", "-"
        if b["done"]: yield "done", "%s %s" % (b["done"], b["standing"])
        if b["overdue"]: yield "overdue", "-"
        if b["blocked"]: yield "blocked", "-"
        if b["stopped"]: yield b["standing"], "-"
        return
    a = facts(t1, d1)
    if b["done"] and b["done"] != a["done"]:
        yield "done", "%s %s" % (b["done"], b["standing"])
    done, moved = of_parts(t1, t, d1, d2)
    if done:
        yield "parts_done", " ".join(done)
    if b["overdue"] and not a["overdue"]:
        yield "overdue", "-"
    if a["overdue"] and not b["overdue"]:
        yield "no_longer_overdue", "done" if b["done"] else "stopped" if b["stopped"] else "redated"
    if in_force(t1, d1) != in_force(t, d2) or extension(t1, d1) != extension(t, d2):
        yield "redated", "%s %s" % (dash(in_force(t1, d1)), dash(in_force(t, d2)))
    if moved:
        yield "parts_moved", ", ".join(moved)
    if b["silent"] and not a["silent"]:
        yield "silent", "-"
    if a["silent"] and not b["silent"] and b["active"]:
        yield "heard_again", "-"
    if b["blocked"] and not a["blocked"]:
        yield "blocked", "-"
    if a["blocked"] and not b["blocked"] and not b["stopped"] and not b["done"]:
        yield "unblocked", "-"
    if b["reported_done"] and not b["done"] and not (a["reported_done"] and not a["done"]):
        yield "awaiting_evidence", "-"
    if a["reported_done"] and not b["reported_done"] and not b["stopped"]:
        yield "reopened", "-"
    if b["stopped"] and a["state_entry"] != b["state_entry"]:
        yield b["standing"], "-"
    if a["stopped"] and not b["stopped"]:
        yield "resumed", "-"
    if leads(c1, t1, d1) != leads(c, t, d2):
        yield "led", "%s %s" % (leads(c1, t1, d1), leads(c, t, d2))
    levels = of_levels(t1, t, d1, d2)
    if levels:
        yield "levels", ", ".join(levels)

def main(argv):
    print("from\tto\ttask\tevent\tdetail")
    for pair in argv[2:]:
        d1, d2 = map(day, pair.split(":"))
        c1, c2 = Content(argv[1], d1, d1), Content(argv[1], d2, d2)
        before = {t.id: t for t in c1.tasks}
        for t in c2.tasks:
            for event, detail in events(c1, before.get(t.id), c2, t, d1, d2):
                print("\t".join([str(d1), str(d2), t.id, event, detail]))

if __name__ == "__main__":
    main(sys.argv)
