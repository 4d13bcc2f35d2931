/* Searches the index of src/site/search.rs. */
(function () {
  'use strict';

  // Matches `words` in src/vietnamese.rs.
  const WORD = /(?!\p{M})[\p{Alphabetic}\p{N}][\p{Alphabetic}\p{N}\p{M}]*(?:\.(?!\p{M})[\p{Alphabetic}\p{N}][\p{Alphabetic}\p{N}\p{M}]*)*/gu;
  const PIECE = /[\p{Alphabetic}\p{N}\p{M}]+(?:\.[\p{Alphabetic}\p{N}\p{M}]+)*/gu;
  const TONES = '\u0300\u0309\u0303\u0301\u0323';
  const words = (text) => {
    // Apostrophes that count as letters.
    const small = Array.from(text.replace(/[ʹ-ʽˈꞌ]/g, ' ').normalize('NFKD'), (c) => c.toLowerCase()).join('');
    return (small.match(WORD) || []).map((word) => {
      let tone = '';
      const letters = word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (c) => { tone = 'FRXSJ'[TONES.indexOf(c)]; return ''; });
      return { folded: word.replace(/\p{M}/gu, '').replace(/[đðɖ]/g, 'd'), exact: letters.normalize('NFC') + tone };
    });
  };

  const tiendo = self.tiendo = self.tiendo || {};
  tiendo.words = words;

  const byId = (id) => document.getElementById(id);
  const form = byId('search');
  if (!form) return;
  const [hits, count, list, more] = ['hits', 'hits-count', 'hits-rows', 'hits-more'].map(byId);
  const says = hits.dataset;
  const base = document.currentScript.src.replace(/[^/]*$/, 'search/');
  const input = form.elements.q;
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const A_PAGE = 8;
  const MOST_WORDS = 7;
  // Of the fields: number or symbol, title, names, text.
  const WORTH = [12, 8, 4, 2];
  const BESIDE = [0, 7, 0, 3.5];

  const files = {};
  const load = (name) => files[name] = files[name] || new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = base + name + '.js';
    script.onload = done;
    script.onerror = () => { delete files[name]; failed(); };
    document.head.append(script);
  });
  let directory = null;
  const parts = [];
  const rows = [];
  tiendo.directory = (data) => {
    const optional = words(data.optional.join(' '));
    data.optional = new Set(optional.map((word) => word.exact));
    data.optionalFolded = new Set(optional.map((word) => word.folded));
    data.groups = new Map();
    data.synonyms.forEach((group, n) => group.forEach((phrase) => {
      const found = words(phrase);
      const first = found[0].folded;
      data.groups.set(first, (data.groups.get(first) || []).concat({ words: found, key: '=' + n }));
    }));
    directory = data;
  };
  tiendo.part = ([n, text]) => {
    parts[n] = new Map(text.split(';').map((entry) => {
      const at = entry.indexOf(',');
      return [entry.slice(0, at), entry.slice(at + 1)];
    }));
  };
  tiendo.rows = ([n, some]) => { rows[n] = some; };

  const partOf = (key) => {
    let [low, high] = [0, directory.parts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (directory.parts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(low, 1);
  };

  const DIGITS = new Uint8Array(128);
  Array.from('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_')
    .forEach((c, n) => { DIGITS[c.charCodeAt(0)] = n; });

  const numbers = (gaps) => {
    const found = [];
    let [next, gap, shift] = [0, 0, 0];
    for (let at = 0; at < gaps.length; at += 1) {
      const digit = DIGITS[gaps.charCodeAt(at)];
      gap |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        next += gap + 1;
        found.push(next - 1);
        gap = shift = 0;
      }
    }
    return found;
  };
  /** The sets under a key, read once. */
  const sets = (key) => {
    const part = parts[partOf(key)];
    let value = part && part.get(key);
    if (typeof value === 'string') {
      value = value.split(',').map((set) => {
        const at = set.indexOf(':');
        return { variant: set.slice(0, at), field: Number(set[at + 1]), all: numbers(set.slice(at + 2)) };
      });
      part.set(key, value);
    }
    return value || [];
  };

  /** The units that must be found: words, or phrases that have synonyms. */
  const read = (query) => {
    const typed = words(query).slice(0, MOST_WORDS);
    const surface = query.normalize('NFC').match(PIECE) || [];
    const marked = typed.some((word) => word.exact !== word.folded);
    const same = (word, other) => word.folded === other.folded
      && (word.exact === other.exact || word.exact === word.folded);
    const units = [];
    for (let at = 0; at < typed.length;) {
      const known = (directory.groups.get(typed[at].folded) || [])
        .filter((phrase) => phrase.words.every((word, n) => typed[at + n] && same(typed[at + n], word)))
        .sort((a, b) => b.words.length - a.words.length)[0];
      const length = known ? known.words.length : 1;
      const word = typed[at];
      units.push({
        words: typed.slice(at, at + length),
        // May be one name: "h mong".
        joined: [at, at + 1].filter((n) => n && typed[n] && typed[n - 1].folded.length < (typed[3] ? 2 : 3))
          .map((n) => typed[n - 1].folded + typed[n].folded),
        typed: surface.length === typed.length ? surface.slice(at, at + length).join(' ') : word.folded,
        group: known && known.key,
        optional: length === 1 && !known
          && (marked ? directory.optional.has(word.exact) : directory.optionalFolded.has(word.folded)),
        last: at + length >= typed.length && /[\p{Alphabetic}\p{N}\p{M}]$/u.test(query),
      });
      at += length;
    }
    if (units.every((unit) => unit.optional)) units.forEach((unit) => { unit.optional = false; });
    return { typed, marked, units };
  };

  const keysOf = ({ typed, units }) => {
    const keys = typed.slice(1, 5).map((word, n) => typed[n].folded + ' ' + word.folded);
    for (const unit of units) {
      keys.push(...unit.joined);
      if (unit.group) keys.push(unit.group);
      if (unit.words.length === 1) keys.push(unit.words[0].folded);
      if (unit.last && unit.words.length === 1) keys.push(unit.words[0].folded + '*');
    }
    return keys;
  };

  /** The only word with this prefix, if any. */
  const only = (start) => {
    const n = partOf(start + '*');
    for (const key of parts[n] ? parts[n].keys() : []) {
      if (key > start + '*') return key.startsWith(start) && !key.includes(' ') && !key.endsWith('*') ? key : null;
    }
    return null;
  };

  const search = ({ typed, marked, units }) => {
    const size = directory.subjects;
    const score = new Float32Array(size);
    const found = new Uint8Array(size);
    const exact = new Uint8Array(size);
    const needed = units.filter((unit) => !unit.optional).length;
    for (const unit of units) {
      const best = unit.best = new Float32Array(size);
      const seen = unit.exact = new Uint8Array(size);
      const take = (key, worth, wanted) => {
        for (const { variant, field, all } of sets(key)) {
          const right = wanted === undefined || (variant || key) === wanted;
          const points = WORTH[field] * worth * (right ? 1 : 0.5);
          for (const n of all) {
            if (best[n] < points) best[n] = points;
            if (right) seen[n] = 1;
          }
        }
      };
      if (unit.group) take(unit.group, 0.9);
      if (unit.words.length === 1) {
        const [word] = unit.words;
        take(word.folded, 1, marked ? word.exact : undefined);
        if (unit.last) {
          const start = word.folded + '*';
          const one = only(word.folded);
          if (sets(start).length) take(start, 0.45, marked ? '' : undefined);
          else if (one) take(one, 0.45, marked ? '' : undefined);
        }
      }
      unit.joined.forEach((key) => take(key, 0.9));
      let holders = 0;
      for (let n = 0; n < size; n += 1) if (best[n]) holders += 1;
      unit.rare = 1 + Math.log2(size / (holders + 1)) / 4;
      for (let n = 0; n < size; n += 1) {
        if (best[n]) {
          score[n] += best[n] * unit.rare;
          if (!unit.optional) found[n] += 1;
          exact[n] += seen[n];
        }
      }
    }
    for (let at = 1; at < typed.length; at += 1) {
      const pair = typed[at - 1].folded + ' ' + typed[at].folded;
      let keys = [pair];
      if (!sets(pair).length && at === typed.length - 1 && units[units.length - 1].last) {
        const part = parts[partOf(pair)];
        keys = Array.from(part ? part.keys() : []).filter((key) => key.startsWith(pair));
      }
      for (const { field, all } of [].concat(...keys.map(sets))) {
        for (const n of all) score[n] += BESIDE[field];
      }
    }
    const { kinds } = directory;
    const all = [];
    let total = 0;
    for (let n = 0; n < size; n += 1) if (found[n] === needed) total += 1;
    const full = total > 0;
    kinds.forEach(([, first, worth], kind) => {
      const end = kind + 1 < kinds.length ? kinds[kind + 1][1] : size;
      for (let n = first; n < end; n += 1) {
        if (full ? found[n] < needed : !found[n]) continue;
        score[n] += worth + (full && marked ? exact[n] * 1000 : 0);
        all.push(n);
      }
    });
    return { full, total: full ? total : all.length, all, score, units };
  };

  const best = (result, from, to) => {
    const { all, score } = result;
    const better = (a, b) => score[a] > score[b] || (score[a] === score[b] && a < b);
    const chosen = [];
    for (const n of all) {
      if (chosen.length === to && !better(n, chosen[to - 1])) continue;
      let at = chosen.length;
      while (at && better(n, chosen[at - 1])) at -= 1;
      chosen.splice(at, 0, n);
      if (chosen.length > to) chosen.pop();
    }
    return chosen.slice(from);
  };

  // Display. Data is inserted as text, never as markup.

  const element = (name, style, ...content) => {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...content);
    return made;
  };

  const split = new Map();
  const fold = new Map();
  const piecesOf = (text) => {
    if (!split.has(text)) {
      split.set(text, Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => {
        if (!fold.has(piece)) fold.set(piece, words(piece)[0]);
        return { from: index, to: index + piece.length, word: fold.get(piece) };
      }).filter(({ word }) => word));
    }
    return split.get(text);
  };
  const places = (text, units, seen, begins) => {
    const pieces = piecesOf(text);
    const hit = new Array(pieces.length).fill(false);
    const follows = (at, phrase) => phrase.every((word, n) => pieces[at + n] && pieces[at + n].word.folded === word.folded);
    for (const unit of units) {
      const phrases = unit.phrases = unit.phrases || (unit.group
        ? [].concat(...directory.groups.values()).filter(({ key }) => key === unit.group).map((phrase) => phrase.words)
        : [unit.words, ...unit.joined.map((folded) => [{ folded }])]);
      pieces.forEach((piece, at) => {
        for (const phrase of phrases) {
          if (follows(at, phrase)) {
            seen.add(unit);
            phrase.forEach((_, n) => { hit[at + n] = true; });
          }
        }
        // "H'Mông" for "hmong".
        if (at && pieces[at - 1].word.folded + piece.word.folded === unit.words[0].folded) {
          seen.add(unit);
          hit[at - 1] = hit[at] = true;
        }
        if (begins && unit.last && unit.words.length === 1 && piece.word.folded.startsWith(unit.words[0].folded)) {
          seen.add(unit);
          hit[at] = true;
        }
      });
    }
    const found = [];
    pieces.forEach(({ from, to }, at) => {
      if (!hit[at]) return;
      const last = found[found.length - 1];
      if (last && at && hit[at - 1]) last.to = to;
      else found.push({ from, to });
    });
    return found;
  };

  const marks = (text, found) => {
    const made = [];
    let at = 0;
    for (const { from, to } of found) {
      made.push(text.slice(at, from), element('mark', '', text.slice(from, to)));
      at = to;
    }
    return made.concat(text.slice(at));
  };

  const AROUND = 80;
  const snippet = (text, found) => {
    if (!text) return [];
    const first = found.length ? found[0].from : 0;
    let from = first < AROUND ? 0 : text.lastIndexOf(' ', first - AROUND / 2) + 1;
    let to = Math.min(text.length, from + 2 * AROUND);
    if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), from + 1, ...found.filter((f) => f.from < to).map((f) => f.to));
    const inside = found.filter((f) => f.from >= from && f.to <= to).map((f) => ({ from: f.from - from, to: f.to - from }));
    return [from ? '… ' : '', ...marks(text.slice(from, to), inside), to < text.length && !text.slice(from, to).endsWith('…') ? ' …' : ''];
  };

  const draw = (n, result) => {
    const [href, code, title, style, label, meta, text] = rows[Math.floor(n / directory.rows) + 1][n % directory.rows];
    const kind = directory.kinds.filter(([, first]) => first <= n).pop()[0];
    const here = result.units.filter((unit) => unit.best[n]);
    const seen = new Set();
    // Beginnings are marked only if no word is.
    let found = [code, title, meta, text].map((one) => places(one, here, seen, false));
    if (here.some((unit) => !seen.has(unit))) found = [code, title, meta, text].map((one) => places(one, here, seen, true));
    const [inCode, inTitle, inMeta, inText] = found;
    const link = element('a', '', ...marks(title, inTitle));
    link.href = href;
    const what = element('span', 'what');
    if (code) what.append(element('span', 'no', ...marks(code, inCode)), ' ');
    what.append(link);
    const top = element('span', 'kind', kind);
    if (label) top.append(' ', element('span', 'tag t-' + style, label));
    const below = [meta && element('span', '', ...marks(meta, inMeta)), label && says.asOf].filter(Boolean);
    const line = element('span', 'meta');
    below.forEach((part, at) => line.append(at ? ' · ' : '', part));
    const item = element('li', '', top, ' ', what, ' ', line);
    if (text) item.append(' ', element('span', 'excerpt', ...snippet(text, inText)));
    const why = [];
    const add = (words) => { if (why.length < 5 && !why.some((one) => one.toLowerCase().includes(words.toLowerCase()))) why.push(words); };
    for (const [whole, found] of [[code, inCode], [title, inTitle], [meta, inMeta], [text, inText]]) {
      found.forEach(({ from, to }) => add(whole.slice(from, to)));
    }
    here.filter((unit) => !seen.has(unit) && !unit.optional).forEach((unit) => add(unit.typed + ' (' + says.elsewhere + ')'));
    const missing = result.units.filter((unit) => !unit.best[n] && !unit.optional).map((unit) => unit.typed);
    const because = element('span', 'why-found', says.matches + ': ' + why.join(', '));
    if (missing.length) because.append('; ' + says.missing + ': ' + missing.join(', '));
    item.append(' ', because);
    return item;
  };

  let turn = 0;
  let shown = null;

  const show = (from, after) => {
    const mine = turn;
    const chosen = best(shown, from, from + A_PAGE);
    const wanted = new Set(chosen.map((n) => Math.floor(n / directory.rows) + 1));
    return Promise.all(Array.from(wanted, (n) => load('rows-' + n))).then(() => {
      if (mine !== turn) return;
      const made = chosen.map((n) => draw(n, shown));
      if (from) list.append(...made);
      else list.replaceChildren(...made);
      more.hidden = shown.all.length <= from + A_PAGE;
      after(made);
    });
  };
  const say = (text) => { if (count.textContent !== text) count.textContent = text; };

  const keep = (query) => {
    const address = query ? '?' + new URLSearchParams({ q: query }) : '';
    try {
      history.replaceState(null, '', location.pathname + address);
    } catch (_) {
      // Some browsers allow only a new hash for file:// pages.
      location.replace('#' + address);
    }
  };

  const run = () => {
    const query = input.value.trim();
    const mine = turn += 1;
    keep(query);
    if (!words(query).length) {
      say('');
      list.replaceChildren();
      more.hidden = true;
      return;
    }
    hits.ariaBusy = 'true';
    const wait = setTimeout(() => { if (mine === turn) say(says.wait); }, 1000);
    load('directory').then(() => {
      const asked = read(query);
      const wanted = new Set(keysOf(asked).map(partOf));
      return Promise.all(Array.from(wanted, (n) => load('words-' + n))).then(() => {
        // The only word with this prefix may be the first of the next part.
        const next = asked.units.filter((unit) => unit.last && unit.words.length === 1).map((unit) => unit.words[0].folded)
          .filter((start) => (directory.parts[partOf(start + '*')] || '').startsWith(start));
        return Promise.all(next.map((start) => load('words-' + (partOf(start + '*') + 1))));
      }).then(() => {
        if (mine !== turn) return undefined;
        shown = search(asked);
        const fill = (text) => text.split(/([#%])/).map((part) => (part === '#' ? number.format(shown.total) : part === '%' ? query : part)).join('');
        return show(0, () => {
          say(fill(!shown.all.length ? says.none : !shown.full ? says.nearest : shown.total === 1 ? says.one : says.many));
        });
      });
    }).catch(() => { if (mine === turn) say(says.failed); }).then(() => {
      clearTimeout(wait);
      if (mine === turn) hits.ariaBusy = 'false';
    });
  };

  let pause = 0;
  form.addEventListener('focusin', () => { load('directory').catch(() => {}); });
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(run, 300);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    run();
  });
  more.addEventListener('click', () => {
    show(list.childElementCount, ([first]) => first && first.querySelector('a').focus()).catch(() => say(says.failed));
  });

  byId('without').hidden = true;
  const address = location.hash.startsWith('#?') ? location.hash.slice(2) : location.search;
  input.value = (new URLSearchParams(address).get('q') || '').slice(0, 100);
  if (input.value.trim()) run();
  // From a narrow header.
  else if (address) input.focus();
})();
