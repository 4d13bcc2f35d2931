"""Reads the content that `benches/content.rs` writes and derives the data of the pages of the other
generators. Reads only the regular YAML of that content, not YAML in general."""
import datetime, pathlib, re
from types import SimpleNamespace

AS_OF = datetime.date(2025, 6, 30)
NOTES_OF_TASK, NOTES_OF_SCOPE, ENTRIES, EXCERPT = 30, 20, 100, 150
STATES = {"in_progress": ("going", "Đang thực hiện"), "blocked": ("blocked", "Gặp vướng mắc"),
          "done": ("done", "Báo hoàn thành")}
# Class, name and meaning of each standing.
STANDINGS = {
    "done-on-time": ("done", "Hoàn thành đúng hạn", "Đã xong trong thời hạn, có minh chứng."),
    "done-late": ("done-late", "Hoàn thành quá hạn", "Đã xong sau thời hạn, có minh chứng."),
    "overdue": ("overdue", "Quá hạn", "Đã qua thời hạn mà chưa có hoàn thành kèm minh chứng."),
    "blocked": ("blocked", "Gặp vướng mắc", "Báo cáo gần nhất nêu vướng mắc chưa gỡ được."),
    "no-report": ("silent", "Chưa có báo cáo", "Chưa có báo cáo (không có nghĩa là chưa làm)."),
    "stale": ("silent", "Lâu chưa cập nhật", "Đã hơn 90 ngày không có báo cáo mới."),
    "in-progress": ("going", "Đang thực hiện", "Đang làm, chưa đến thời hạn."),
}


def flow(text):
    """Parses a map in braces on one line."""
    return {key: value(found) for key, found in re.findall(r'(\w+): (\[[^\]]*\]|"[^"]*"|[^,}]*)', text)}


def value(text):
    text = text.strip()
    if text.startswith("["):
        return [part.strip().strip('"') for part in text[1:-1].split(",")]
    return text.strip('"')


def record(text):
    """Parses keys with one-line values, and lists of maps in braces below a key."""
    found = {}
    for line in text.splitlines():
        if line.startswith("  - {"):
            found[key].append(flow(line))
        elif line and not line.startswith(" "):
            key, rest = line.split(":", 1)
            found[key] = value(rest) if rest.strip() else []
    return found


def listed(path):
    return {item["id"]: item for item in map(flow, path.read_text(encoding="utf-8").splitlines())}


def day(iso):
    year, month, of_month = iso.split("-")
    return f"{of_month}/{month}/{year}"


def standing(task):
    """Returns an approximate standing and the number of days overdue."""
    last = task["updates"][-1] if task["updates"] else None
    due = task.get("due")
    if last and last["state"] == "done":
        late = bool(due) and last["date"] > due
        return ("done-late", days(due, last["date"])) if late else ("done-on-time", 0)
    if due and due < AS_OF.isoformat():
        return "overdue", days(due, AS_OF.isoformat())
    if not last:
        return "no-report", 0
    if last["state"] == "blocked":
        return "blocked", 0
    return ("stale", 0) if days(last["date"], AS_OF.isoformat()) > 90 else ("in-progress", 0)


def days(before, after):
    return (datetime.date.fromisoformat(after) - datetime.date.fromisoformat(before)).days


def read(root, suffix, lists):
    """Returns all records and the data of every page. Addresses of records end in `suffix` and those of lists in `lists`, either `.html` or `/`."""
    root = pathlib.Path(root)
    site = record((root / "site.yaml").read_text(encoding="utf-8"))
    directive = record((root / "directive.yaml").read_text(encoding="utf-8"))
    priorities = {item["id"]: item for item in directive["priorities"]}
    agencies, places, documents = (listed(root / f"{name}.yaml") for name in ["agencies", "places", "documents"])
    tasks, notes = {}, {}
    for path in (root / "tasks").iterdir():
        task = tasks[path.stem] = {"updates": [], **record(path.read_text(encoding="utf-8"))}
        task["standing"], task["late"] = standing(task)
    for path in (root / "notes").iterdir():
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        notes[path.stem] = {**record(front), "body": body}
    tasks = dict(sorted(tasks.items(), key=lambda pair: tuple(map(int, pair[0].split(".")))))
    notes = dict(sorted(notes.items(), key=lambda pair: (pair[1]["date"], pair[0]), reverse=True))
    of_task = {number: [] for number in tasks}
    for name, note in notes.items():
        for number in note["tasks"]:
            of_task[number].append(name)

    def link(folder, ident, text):
        return {"href": f"/{folder}/{ident}{suffix}", "text": text}

    def of(number, text=None):
        return link("viec", number, text or f"{number} {tasks[number]['title']}")

    def priority(number):
        return link("muc", number, f"Nhóm {number}. {priorities[number]['title']}")

    def document(ident):
        found = documents[ident]
        return {"href": f"/van-ban{lists}#{ident}", "text": found["symbol"], "aside": found["title"]}

    def label(task):
        late = f" {task['late']} ngày" if task["late"] else ""
        return STANDINGS[task["standing"]][1] + late

    # Tasks and notes as rows of a list.
    task_rows = {number: {
        "id": number, "href": of(number)["href"], "title": task["title"], "lead": agencies[task["lead"]]["short"],
        "due": f"Hạn: chậm nhất ngày {day(task['due'])}" if "due" in task else "Thường xuyên", "label": label(task),
        "tag": STANDINGS[task["standing"]][0], "standing": task["standing"], "deadline": task.get("due", ""),
        "priority": task["priority"], "support": task["support"][0], "place": task["places"][0],
        "entries": len(task["updates"])} for number, task in tasks.items()}
    note_rows = {}
    for name, note in notes.items():
        note["body"] = re.sub(r"\]\(task:([\d.]+)\)", lambda found: f"](/viec/{found[1]}{suffix})", note["body"])
        first = re.sub(r"\[([^\]]*)\]\([^)]*\)|\*\*", r"\1", note["body"].strip().split("\n")[0])
        note_rows[name] = {"id": name, "href": f"/ghi-chep/{name}{suffix}", "title": note["title"], "iso": note["date"],
                           "day": day(note["date"]), "about": ", ".join(note["tasks"]),
                           "excerpt": first[:EXCERPT].rsplit(" ", 1)[0] + "…"}

    def neighbours(names, shown):
        for at, name in enumerate(names):
            yield (name, shown(names[at - 1]) if at else None, shown(names[at + 1]) if at + 1 < len(names) else None)

    task_views, note_views = {}, {}
    for number, before, after in neighbours(list(tasks), of):
        task, row = tasks[number], task_rows[number]
        facts = [("Cơ quan chủ trì", [link("co-quan", task["lead"], agencies[task["lead"]]["name"])]),
                 ("Phối hợp", [link("co-quan", i, agencies[i]["name"]) for i in task["support"]]),
                 ("Loại", [{"href": "", "text": "Thường xuyên" if task["kind"] == "ongoing" else "Việc có sản phẩm"}]),
                 ("Thời hạn", [{"href": "", "text": row["due"]}]),
                 ("Địa bàn", [link("dia-ban", i, places[i]["name"]) for i in task["places"]]),
                 ("Văn bản liên quan", [document(i) for i in task["documents"]])]
        last = task["updates"][-1] if task["updates"] else None
        why = ["Xét vào ngày 30/06/2025; việc ghi sau ngày này chưa được tính.",
               f"Báo cáo gần nhất: ngày {day(last['date'])}, cách ngày xét {days(last['date'], AS_OF.isoformat())} ngày."
               if last else "Sổ tiến độ chưa có báo cáo nào.", f"Thời hạn dùng để xét: {row['due']}."]
        about = of_task[number]
        task_views[number] = {
            "title": task["title"], "number": number, "group": priority(task["priority"]),
            "description": f"{row['label']} · {agencies[task['lead']]['name']} · {row['due']}. {site['title']}. Số liệu đến ngày 30/06/2025.",
            "tag": row["tag"], "label": row["label"], "meaning": STANDINGS[task["standing"]][2], "why": why,
            "facts": [{"label": name, "items": [{"aside": "", **i} for i in items]} for name, items in facts],
            "ledger": [{"iso": e["date"], "day": day(e["date"]), "tag": STATES[e["state"]][0], "state": STATES[e["state"]][1],
                        "text": e["text"], "evidence": [document(i) for i in e["evidence"]]} for e in reversed(task["updates"])],
            "notes": about[:NOTES_OF_TASK], "more": max(0, len(about) - NOTES_OF_TASK), "previous": before, "next": after}
    shown = lambda name: {"href": note_rows[name]["href"], "text": notes[name]["title"]}
    for name, newer, older in neighbours(list(notes), shown):
        note, row = notes[name], note_rows[name]
        note_views[name] = {"title": note["title"], "description": row["excerpt"], "iso": row["iso"], "day": row["day"],
                            "body": note["body"], "tasks": note["tasks"], "newer": newer, "older": older}

    def scope(title, eyebrow, summary, own, supports=(), feed=""):
        """Returns the data of a page of tasks with figures and the newest notes."""
        counts = {}
        for number in own:
            counts[tasks[number]["standing"]] = counts.get(tasks[number]["standing"], 0) + 1
        newest = sorted({name for number in own for name in of_task[number]}, key=lambda n: (notes[n]["date"], n), reverse=True)
        at, bar = 0.0, []
        for ident in STANDINGS:
            if counts.get(ident):
                width = 100 * counts[ident] / len(own)
                bar.append({"x": f"{at:.2f}", "width": f"{width:.2f}", "fill": STANDINGS[ident][0],
                            "label": STANDINGS[ident][1], "count": str(counts[ident])})
                at += width
        done = sum(counts.get(i, 0) for i in ["done-on-time", "done-late"])
        return {"title": title, "eyebrow": eyebrow, "summary": summary, "tasks": list(own), "supports": list(supports),
                "bar": bar, "total": str(len(own)), "done": f"{done}/{len(own)}", "overdue": str(counts.get("overdue", 0)),
                "description": f"{title}: {done}/{len(own)} hoàn thành, {counts.get('overdue', 0)} quá hạn. {site['title']}.",
                "notes": newest[:NOTES_OF_SCOPE], "more": max(0, len(newest) - NOTES_OF_SCOPE),
                "feed": newest[:ENTRIES] if feed else [], "newest": notes[newest[0]]["date"] if newest else "2024-01-10"}

    by = lambda key: (lambda ident: [n for n, t in tasks.items() if ident in ([t[key]] if isinstance(t[key], str) else t[key])])
    scopes = {
        "muc": {i: scope(p["title"], f"Nhóm {i}", p["summary"], by("priority")(i), feed="muc") for i, p in priorities.items()},
        "co-quan": {i: scope(a["name"], a["kind"], f"Tên ngắn: {a['short']}", by("lead")(i), by("support")(i), feed="co-quan")
                    for i, a in agencies.items()},
        "dia-ban": {i: scope(p["name"], p["kind"], "", by("places")(i)) for i, p in places.items()},
        "tinh-trang": {i: scope(s[1], "Tình trạng", s[2], by("standing")(i)) for i, s in STANDINGS.items()},
    }

    def table(title, summary, head, rows):
        return {"title": title, "summary": summary, "description": f"{title}. {summary} {site['title']}.", "head": head,
                "rows": [{"id": i, "href": href, "text": text, "cells": cells} for i, href, text, cells in rows]}

    def figures(folder, title, summary):
        rows = [(i, f"/{folder}/{i}{suffix}", s["title"], [s["total"], s["done"], s["overdue"]]) for i, s in scopes[folder].items()]
        return table(title, summary, ["Tên", "Số việc", "Hoàn thành", "Quá hạn"], rows)

    tables = {
        "co-quan": figures("co-quan", "Cơ quan", "Tình hình theo cơ quan chủ trì."),
        "dia-ban": figures("dia-ban", "Địa bàn", "Tình hình theo địa bàn."),
        "muc": figures("muc", "Các nhóm", "Tình hình theo nhóm."),
        "tinh-trang": figures("tinh-trang", "Tình trạng", "Số việc theo tình trạng."),
        "van-ban": table("Văn bản", "Các văn bản được dẫn.", ["Ký hiệu", "Trích yếu", "Ngày", "Cơ quan ban hành"],
                         [(i, "", d["symbol"], [d["title"], day(d["date"]), d["issuer"]]) for i, d in documents.items()]),
    }
    months = {}
    for number in sorted((n for n, t in tasks.items() if "due" in t), key=lambda n: tasks[n]["due"]):
        months.setdefault(tasks[number]["due"][:7], []).append(number)
    deadlines = {"title": "Thời hạn", "description": f"Thời hạn theo tháng. {site['title']}.",
                 "months": [{"title": f"Tháng {int(m[5:])} năm {m[:4]}", "tasks": own} for m, own in months.items()]}
    home = {**figures("muc", site["title"], "Tình hình theo nhóm."), "feed": list(notes)[:ENTRIES],
            "newest": next(iter(notes.values()))["date"] if notes else "2024-01-10"}
    return SimpleNamespace(settings=site, suffix=suffix, lists=lists, tasks=task_views, notes=note_views, task_rows=task_rows,
                           note_rows=note_rows, scopes=scopes, tables=tables, deadlines=deadlines, home=home)
