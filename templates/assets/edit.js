// Comfort for the forms of the editor. Everything also works without.
(() => {
  "use strict";
  const form = document.querySelector("form[data-screen]");
  const token = document.body.dataset.token;
  const after = (delay, act) => {
    let timer;
    return (...args) => { clearTimeout(timer); timer = setTimeout(() => act(...args), delay); };
  };

  // The first thing that is wrong gets the focus, also where the browser ignores autofocus.
  const first = document.querySelector(".faults, .banner[autofocus]");
  window.addEventListener("load", () => {
    if (first && document.activeElement === document.body) first.focus();
  });

  // Ctrl+Enter saves.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const main = document.querySelector("button.main[name=nut]");
    if (main && !main.disabled) { event.preventDefault(); main.form.requestSubmit(main); }
  });

  // A day that is typed is another day.
  for (const input of document.querySelectorAll("input[name$=-khac]")) {
    const name = input.name.slice(0, -"-khac".length);
    input.addEventListener("input", () => {
      const other = document.querySelector(`input[name="${name}"][value=khac]`);
      if (other && input.value.trim()) other.checked = true;
    });
    for (const radio of document.querySelectorAll(`input[name="${name}"]`)) {
      radio.addEventListener("change", () => {
        if (radio.checked && radio.value === "khac") input.focus();
        else if (radio.checked) input.value = "";
      });
    }
  }

  // What stops a task opens its fields.
  for (const radio of document.querySelectorAll("input[name=trang-thai]")) {
    radio.addEventListener("change", () => {
      const field = document.getElementById("f-can-cu");
      const section = field && field.closest("details");
      if (section && ["cancelled", "superseded"].includes(radio.value)) section.open = true;
    });
  }

  // Records are found while somebody types.
  for (const box of document.querySelectorAll(".choose")) {
    const input = box.querySelector("input[type=search]");
    const list = box.querySelector(".options");
    const status = box.querySelector("[role=status]");
    const { name, of } = box.dataset;
    const look = after(150, async () => {
      const text = input.value;
      const query = new URLSearchParams({ loai: of, q: text });
      const answer = await fetch(`/chon?${query}`).catch(() => null);
      if (!answer || !answer.ok || input.value !== text) return;
      const { choices, note } = await answer.json();
      const chosen = new Set();
      for (const option of [...list.children]) {
        const check = option.querySelector("input");
        if (check.checked) chosen.add(check.value); else option.remove();
      }
      for (const choice of choices) {
        if (chosen.has(choice.value)) continue;
        const label = document.createElement("label");
        label.className = "option";
        const check = document.createElement("input");
        Object.assign(check, { type: "checkbox", name, value: choice.value });
        const words = document.createElement("span");
        if (choice.aside) {
          const aside = document.createElement("b");
          aside.textContent = choice.aside;
          words.append(aside, " ");
        }
        words.append(choice.label);
        label.append(check, " ", words);
        list.append(label);
      }
      status.textContent = note;
    });
    input.addEventListener("input", look);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); look(); }
      if (event.key === "ArrowDown") { move(event, list, 0); }
    });
    list.addEventListener("keydown", (event) => {
      const checks = [...list.querySelectorAll("input")];
      const at = checks.indexOf(event.target);
      if (event.key === "ArrowDown") move(event, list, at + 1);
      if (event.key === "ArrowUp") { if (at > 0) move(event, list, at - 1); else { event.preventDefault(); input.focus(); } }
      if (event.key === "Enter" && at >= 0 && !event.ctrlKey && !event.metaKey) { event.preventDefault(); event.target.click(); }
    });
  }
  function move(event, list, at) {
    const check = list.querySelectorAll("input")[at];
    if (check) { event.preventDefault(); check.focus(); }
  }

  if (!form) return;

  // A note as readers will see it.
  const preview = document.getElementById("preview");
  if (preview) {
    const show = after(250, async () => {
      const body = new URLSearchParams({ phien: token, chu: form.elements.chu.value });
      const answer = await fetch("/xem-truoc", { method: "POST", body }).catch(() => null);
      // The server escapes the text; see src/markdown/html.rs.
      if (answer && answer.ok) preview.innerHTML = await answer.text();
    });
    form.elements.chu.addEventListener("input", show);
  }

  // Another window, Excel or Git may change the file while somebody types.
  const moved = document.getElementById("moved");
  const base = form.elements.goc && form.elements.goc.value;
  if (moved && base) {
    const ask = async () => {
      if (document.visibilityState !== "visible" || !moved.hidden) return;
      const answer = await fetch(`/goc?o=${encodeURIComponent(form.dataset.screen)}`).catch(() => null);
      if (answer && answer.ok && await answer.text() !== base) moved.hidden = false;
    };
    setInterval(ask, 5000);
    window.addEventListener("focus", ask);
  }

  // What is typed is kept on the disk, a second after the last key and when the page is left.
  if (!("plain" in form.dataset)) {
    const said = document.getElementById("saved");
    let sent = false, changed = false;
    const keep = (keepalive) => {
      if (!changed || sent) return;
      changed = false;
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === "string") body.append(name, value);
      }
      body.append("o", form.dataset.screen);
      fetch("/nhap", { method: "POST", body, keepalive }).then((answer) => {
        if (answer.ok && said) said.textContent = `${said.dataset.saved} ${new Date().toTimeString().slice(0, 5)}`;
      }).catch(() => {});
    };
    const soon = after(1000, () => keep(false));
    form.addEventListener("input", () => { changed = true; soon(); });
    form.addEventListener("submit", () => { sent = true; });
    window.addEventListener("pagehide", () => keep(true));
    window.addEventListener("pageshow", () => { sent = false; });
  }
})();
