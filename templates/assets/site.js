/* Optional features: filters and sorts the list of tasks, copies a link.
   All texts come from the page. */
(function () {
  'use strict';

  const byId = (id) => document.getElementById(id);

  // Matches `fold` in src/vietnamese.rs: removes marks and case, replaces đ by d.
  const fold = (text) =>
    Array.from(text.normalize('NFD').replace(/[đĐðÐɖƉ]/g, 'd'), (c) => c.toLowerCase())
      .join('').replace(/\p{M}/gu, '');

  // The terms of a query: each part between spaces, as consecutive words.
  const terms = (query) =>
    fold(query).split(/\s+/)
      .map((piece) => piece.match(/[\p{Alphabetic}\p{N}]+(\.[\p{Alphabetic}\p{N}]+)*/gu))
      .filter(Boolean)
      .map((words) => ' ' + words.join(' '));

  const tiendo = { fold, terms, tasks() {} };
  self.tiendo = tiendo;

  const form = byId('filter');
  let keepAddress = () => {};
  if (form) filterTasks();
  shareLinks();

  function filterTasks() {
    const A_PAGE = 50;
    const [found, count, none, clear, list, more, all] =
      ['found', 'count', 'none', 'clear', 'rows', 'more', 'all'].map(byId);
    const fields = Array.from(form.elements).filter((field) => field.name);
    const { q, xep } = form.elements;
    const agency = form.elements['co-quan'];
    const role = form.elements['vai-tro'];
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const parts = [];
    let rows = null;
    let loading = false;
    let hits = [];
    let timer = 0;

    // The form holds the state; the address holds its non-empty fields.
    const read = () => {
      const state = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (value.trim()) state.append(name, value.trim());
      }
      return state;
    };
    const write = (state) => {
      for (const field of fields) {
        if (field.type === 'checkbox') {
          field.checked = state.getAll(field.name).includes(field.value);
        } else {
          field.value = state.get(field.name) || '';
          if (field.selectedIndex < 0) field.value = '';
        }
      }
    };

    // The data are scripts, since pages opened by file:// cannot fetch.
    const load = () => {
      if (loading) return;
      loading = true;
      for (const source of form.dataset.sources.split(' ')) {
        const script = document.createElement('script');
        script.src = source;
        script.onerror = () => {
          loading = false;
          found.hidden = false;
          count.textContent = form.dataset.failed;
        };
        document.head.append(script);
      }
    };

    tiendo.tasks = (part) => {
      parts[part.part - 1] = part;
      if (Object.keys(parts).length < part.of) return;
      rows = [];
      for (const { standings, agencies, places, priorities, rows: some } of parts) {
        for (const [id, no, title, words, standing, label, line, kind, priority, leads, support, where, due, changed] of some) {
          const named = leads.concat(support).map((n) => agencies[n][1]).concat(where.map((n) => places[n][1]));
          rows.push({
            id, no, title, label, line, kind, due, changed,
            text: ' ' + [words].concat(named).join(' '),
            rank: standing,
            standing: standings[standing][0],
            style: standings[standing][1],
            open: standings[standing][2],
            group: standings[standing][3],
            priority: priorities[priority],
            leads: leads.map((n) => agencies[n][0]),
            support: support.map((n) => agencies[n][0]),
            places: where.map((n) => places[n][0]),
          });
        }
      }
      apply();
    };

    const onDue = (wanted) => {
      const { from, until } = parts[0];
      if (wanted === 'khong') return (row) => !row.due;
      if (wanted === 'chua-ro') return (row) => row.due === '?';
      if (wanted === 'qua-han') return (row) => row.standing === 'overdue';
      if (wanted === '30-ngay') return (row) => row.open && row.due >= from && row.due <= until;
      return (row) => row.due.startsWith(wanted);
    };

    const select = (state) => {
      const tests = [];
      const one = (name, test) => { if (state.has(name)) tests.push(test(state.get(name))); };
      const standings = state.getAll('tinh-trang');
      if (standings.length) tests.push((row) => standings.includes(row.standing));
      const groups = state.getAll('nhom');
      if (groups.length) tests.push((row) => groups.includes(row.group));
      one('loai', (kind) => (row) => row.kind === kind);
      one('muc', (priority) => (row) => row.priority === priority);
      one('dia-ban', (place) => (row) => row.places.includes(place));
      one('co-quan', (id) => {
        const as = state.get('vai-tro');
        return (row) => (as !== 'phoi-hop' && row.leads.includes(id)) || (as && row.support.includes(id));
      });
      one('han', onDue);
      for (const term of terms(state.get('q') || '')) tests.push((row) => row.text.includes(term));
      return rows.filter((row) => tests.every((test) => test(row)));
    };

    const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const due = (row) => row.due || '~';
    const ORDERS = {
      han: (a, b) => before(due(a), due(b)),
      moi: (a, b) => before(b.changed, a.changed),
      'tinh-trang': (a, b) => a.rank - b.rank || before(due(a), due(b)),
    };

    // Data is inserted as text, never as markup.
    const element = (name, style, ...content) => {
      const made = document.createElement(name);
      if (style) made.className = style;
      made.append(...content);
      return made;
    };
    const draw = (row) => {
      if (!row.node) {
        const link = element('a', '', row.title);
        link.href = 'nhiem-vu/' + row.id + '.html';
        row.node = element('li', '',
          element('span', 'tag t-' + row.style, row.label), ' ',
          element('span', 'what', element('span', 'no', row.no), ' ', link), ' ',
          element('span', 'meta', ...row.line.split(' · ').flatMap((piece) => [element('span', '', piece), ' '])));
      }
      return row.node;
    };
    const show = (from) => {
      const some = hits.slice(from, from + A_PAGE).map(draw);
      if (from) list.append(...some);
      else list.replaceChildren(...some);
      more.hidden = hits.length <= from + A_PAGE;
      return some;
    };

    const apply = () => {
      if (role) role.disabled = !agency.value;
      const state = read();
      for (const button of form.querySelectorAll('[data-sort]')) {
        button.setAttribute('aria-pressed', String(button.dataset.sort === xep.value));
      }
      const active = state.toString() !== '';
      if (active && !rows) return load();
      all.hidden = active;
      found.hidden = clear.hidden = !active;
      hits = active ? select(state) : [];
      if (state.has('xep')) hits.sort(ORDERS[state.get('xep')] || (() => 0));
      // The chosen filters are shown beside the result, with the labels of the form.
      byId('chosen').textContent = fields
        .filter((field) => (field.type === 'checkbox' ? field.checked : field.options && field.value && !field.disabled))
        .map((field) => (field.options ? field.options[field.selectedIndex] : field.nextElementSibling.matches('.tag') ? field.nextElementSibling : field.nextSibling).textContent.trim())
        .join(' · ');
      none.hidden = !active || hits.length > 0;
      show(0);
      const said = active ? form.dataset.count.replace('#', number.format(hits.length)) : '';
      keepAddress = () => {
        clearTimeout(timer);
        timer = 0;
        if (count.textContent !== said) count.textContent = said;
        const query = state.toString();
        try {
          history.replaceState(null, '', location.pathname + (query && '?' + query));
        } catch (_) {
          // Some browsers allow only a new hash for file:// pages.
          location.replace('#?' + query);
        }
        keepAddress = () => {};
      };
      // Debounced, so that screen readers and the history do not get every keystroke.
      clearTimeout(timer);
      timer = setTimeout(() => keepAddress(), 300);
    };

    form.addEventListener('focusin', load);
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('click', (event) => {
      if (event.target.dataset.sort === undefined) return;
      xep.value = event.target.dataset.sort;
      apply();
    });
    clear.addEventListener('click', () => {
      write(new URLSearchParams());
      apply();
      q.focus();
    });
    more.addEventListener('click', () => {
      const [first] = show(list.childElementCount);
      first.querySelector('a').focus();
    });
    self.addEventListener('pagehide', () => keepAddress());

    const state = new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : location.search);
    write(state);
    form.hidden = false;
    byId('standings').hidden = true;
    if (read().toString()) apply();
    else form.querySelector('[data-sort=""]').setAttribute('aria-pressed', 'true');
  }

  function shareLinks() {
    const box = byId('share');
    if (!box) return;
    const [copy, send] = box.querySelectorAll('button');
    const said = box.querySelector('[role=status]');
    const address = () => {
      keepAddress();
      return form ? location.href : location.href.split(/[?#]/)[0];
    };
    const say = (done) => {
      said.textContent = '';
      setTimeout(() => { said.textContent = done ? said.dataset.done : said.dataset.failed; }, 50);
    };
    const byHand = (text) => {
      const field = document.createElement('textarea');
      field.value = text;
      field.readOnly = true;
      box.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
      copy.focus();
      return done;
    };
    copy.addEventListener('click', () => {
      const text = address();
      if (!navigator.clipboard) return say(byHand(text));
      navigator.clipboard.writeText(text).then(() => say(true), () => say(byHand(text)));
    });
    if (navigator.share) {
      send.hidden = false;
      send.addEventListener('click', () => {
        navigator.share({ title: document.title, url: address() }).catch(() => {});
      });
    }
    box.hidden = false;
  }
})();
