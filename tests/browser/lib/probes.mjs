// Checks that run inside a page. Each function is sent to the browser as text, so it must not use outer names.

/** Finds layout errors: horizontal scrolling, clipped text, lines too tight for stacked Vietnamese accents. */
export function layout() {
  const faults = [];
  const name = (element) => {
    const classes = element.getAttribute('class');
    const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 50);
    return `<${element.localName}${classes ? ` class="${classes}"` : ''}> “${text}”`;
  };
  const hidden = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (getComputedStyle(one).clipPath.startsWith('inset(50%')) return true;
    }
    return !element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  };
  const root = document.documentElement;
  const width = root.clientWidth;
  if (root.scrollWidth > width) faults.push(`the page is ${root.scrollWidth} px wide, the window ${width}`);
  for (const element of document.body.querySelectorAll('*')) {
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || hidden(element)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (element.matches('.skip')) continue;
    if (box.width && (box.right > width + 1 || box.left < -1)) faults.push(`leaves the window (${Math.round(box.left)}…${Math.round(box.right)} of ${width}): ${name(element)}`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth && ['auto', 'scroll'].includes(style.overflowX)) {
      faults.push(`scrolls sideways: ${name(element)}`);
    }
    const cuts = (overflow) => ['hidden', 'clip'].includes(overflow);
    if ((cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
      || (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1)) faults.push(`cuts its text: ${name(element)}`);
    if (style.textOverflow === 'ellipsis') faults.push(`may end in “…”: ${name(element)}`);
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const tight = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
    if (words && tight < 1.349) faults.push(`line-height ${tight.toFixed(2)} cuts stacked accents: ${name(element)}`);
    if (words && Number.parseFloat(style.fontSize) < 12) faults.push(`text of ${style.fontSize}: ${name(element)}`);
    if (words && style.textTransform === 'uppercase') faults.push(`all capitals: ${name(element)}`);
  }
  return faults;
}

/** Checks the contrast of all text with the nearest painted background, including where axe cannot decide. */
export function contrast() {
  const faults = [];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      known.set(colour, [...brush.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const light = ([r, g, b]) => [r, g, b]
    .map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    let back = [255, 255, 255, 255];
    for (let one = element; one; one = one.parentElement) {
      const painted = rgba(getComputedStyle(one).backgroundColor);
      if (painted[3] === 255) { back = painted; break; }
    }
    const [a, b] = [light(rgba(style.color)), light(back)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: “${walker.currentNode.data.trim().slice(0, 50)}” (${style.color} on ${back.slice(0, 3)})`);
  }
  return faults;
}

/** Finds what a theme changes besides colours: it may only set variables on `:root` to colours. */
export function themes() {
  const faults = [...document.querySelectorAll('[media*="prefers-color-scheme"]')].map((element) => `<${element.localName}> for one theme`);
  let found = false;
  const read = (rules, themed) => {
    for (const rule of rules) {
      const inside = themed || /prefers-color-scheme/.test(rule.conditionText ?? '');
      if (rule.style && /light-dark\(/.test(rule.cssText)) faults.push(`light-dark() in ${rule.selectorText}`);
      if (rule.style && inside) {
        found = true;
        if (rule.selectorText !== ':root') faults.push(`a theme has a rule for ${rule.selectorText}`);
        for (const name of rule.style) {
          const value = rule.style.getPropertyValue(name);
          if (!name.startsWith('--') || !CSS.supports('color', value.trim())) faults.push(`a theme sets ${name}: ${value}`);
        }
      }
      if (rule.cssRules) read(rule.cssRules, inside);
    }
  };
  for (const sheet of document.styleSheets) read(sheet.cssRules, /prefers-color-scheme/.test(sheet.media.mediaText));
  // Only the embed frame is light in every theme.
  if (found === location.pathname.endsWith('/nhung/khung.html')) faults.push(found ? 'a dark theme' : 'no dark theme');
  return faults;
}

/** Checks the title, language and other metadata of a page. */
export function identity() {
  const faults = [];
  const one = (selector) => {
    const count = document.querySelectorAll(selector).length;
    if (count !== 1) faults.push(`${count} × ${selector}`);
  };
  // Only the embed frame has no header and footer, since the embedding page has its own.
  const framed = location.pathname.endsWith('/nhung/khung.html');
  if (!framed) ['header.top', 'footer.bottom'].forEach(one);
  ['h1', 'main', 'meta[name=description][content]', 'meta[name=viewport]'].forEach(one);
  if (!document.documentElement.lang) faults.push('no lang');
  if (!document.title.trim()) faults.push('no title');
  if (document.querySelector('style, script:not([src]):not([type="application/ld+json"]), [style], [onclick], [onload], [onchange]')) faults.push('inline style or script');
  if (document.querySelector('base')) faults.push('a <base>');
  if (/\{\{|\}\}|\{%|\bundefined\b|\bNaN\b|\[object |\bnull\b/.test(document.body.innerText)) faults.push('left-overs of a template in the text');
  for (const tag of document.querySelectorAll('.tag')) {
    if (!tag.textContent.trim()) faults.push('a status tag without words');
    if (tag.closest('a')) faults.push(`a status tag that is a link: ${tag.innerText}`);
  }
  return { faults, title: document.title };
}

/** Collects the links of a page and its anchors. */
export function links() {
  const targets = [...document.querySelectorAll('[href], [src], [action], object[data], [poster]')]
    .filter((element) => element.localName !== 'use' && element.getAttribute('rel') !== 'canonical')
    .map((element) => {
      const written = ['href', 'src', 'action', 'data', 'poster'].map((key) => element.getAttribute(key)).find((value) => value !== null);
      return { written, to: new URL(written, document.baseURI).href, opens: element.localName === 'a' };
    });
  const empty = [...document.querySelectorAll('a:not([href])')].map((element) => element.outerHTML.slice(0, 80));
  return { targets, empty, ids: [...document.querySelectorAll('[id]')].map((element) => element.id) };
}

/** Collects the content of a page, to compare one way of opening it with another. */
export function content() {
  const main = document.querySelector('main');
  return {
    links: [...main.querySelectorAll('a[href]')].map((a) => a.getAttribute('href').replace(/[?#].*/, '')),
    headings: [...main.querySelectorAll('h1, h2, h3')].map((h) => h.textContent.trim()),
    words: main.innerText.split(/\s+/).filter(Boolean).length,
    dead: [...document.querySelectorAll('button, input, select, textarea')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest('form[action]'))
      .map((control) => control.outerHTML.slice(0, 80)),
  };
}

/** Checks that status tags are visible words, also in forced colours. */
export function tags() {
  return [...document.querySelectorAll('.tag')].filter((tag) => tag.checkVisibility({ visibilityProperty: true })).flatMap((tag) => {
    const style = getComputedStyle(tag);
    const box = tag.getBoundingClientRect();
    const faults = [];
    if (!tag.innerText.trim()) faults.push('a tag without words');
    if (style.color === style.backgroundColor) faults.push(`a tag that cannot be seen: ${tag.innerText}`);
    if (box.width < 10 || box.height < 10) faults.push(`a tag of no size: ${tag.innerText}`);
    return faults;
  });
}

/** Checks the print layout: everything open, no navigation, dark text on white. */
export function printed() {
  const faults = [];
  const seen = (selector) => [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length && element.checkVisibility());
  for (const details of document.querySelectorAll('details:not([open])')) {
    // Parts that are not printed, such as the filters, need not be open.
    if (!details.getClientRects().length) continue;
    const inside = [...details.children].filter((child) => child.localName !== 'summary');
    if (inside.some((child) => child.textContent.trim() && !child.getBoundingClientRect().height)) faults.push(`stays closed: ${details.innerText.slice(0, 40)}`);
  }
  for (const selector of ['nav.menu', 'nav.crumbs', '.skip']) if (seen(selector)) faults.push(`printed: ${selector}`);
  // Only the embed frame has no footer: its date is below its title.
  const framed = location.pathname.endsWith('/nhung/khung.html');
  const dated = document.querySelector(framed ? '.tiendo-date' : 'footer.bottom');
  if (!/\d{1,2}\/\d{1,2}\/\d{4}/.test(dated?.innerText ?? '')) faults.push(`no date in the ${framed ? 'box' : 'footer'}`);
  if (document.querySelector('.address') && !seen('.address')) faults.push('no address in the footer');
  const back = getComputedStyle(document.body).backgroundColor;
  if (!['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(back)) faults.push(`paper of ${back}`);
  return faults;
}
