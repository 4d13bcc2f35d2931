// Follows the content while a page is open in the preview: loads the page again when its text changed, and shows what is wrong without loading anything.
(() => {
  const box = document.getElementById('tiendo-preview');
  if (!box || !window.EventSource) return;

  // Where the reader was, so that a page that is loaded again stays where it stood.
  const key = 'tiendo-preview';
  const here = location.pathname + location.search;
  try {
    const kept = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    if (kept && kept.here === here) {
      const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
      back();
      addEventListener('load', back, { once: true });
    }
  } catch { /* a browser that keeps nothing scrolls to where it likes */ }
  const again = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ here, x: scrollX, y: scrollY }));
    } catch { /* see above */ }
    location.reload();
  };

  let diagnostics = box.dataset.diagnostics;
  let source = null;
  let waiting = 0;
  const reached = () => {
    clearTimeout(waiting);
    waiting = 0;
    box.querySelector('.tp-lost')?.remove();
  };
  const lost = () => {
    if (box.querySelector('.tp-lost')) return;
    const said = document.createElement('p');
    said.className = 'tp-lost';
    said.textContent = box.dataset.lost;
    box.prepend(said);
  };
  const begin = () => {
    if (source) return;
    source = new EventSource(box.dataset.events);
    source.addEventListener('open', reached);
    source.addEventListener('state', (event) => {
      reached();
      const state = JSON.parse(event.data);
      if (state.page !== box.dataset.page) {
        again();
      } else if (state.diagnostics !== diagnostics) {
        diagnostics = state.diagnostics;
        // Made by the preview, which escapes every text of the content.
        box.innerHTML = state.banner;
      }
    });
    source.addEventListener('error', () => {
      waiting ||= setTimeout(lost, 1500);
      if (source?.readyState === EventSource.CLOSED) {
        end();
        setTimeout(begin, 2000);
      }
    });
  };
  const end = () => {
    source?.close();
    source = null;
  };
  // A browser opens few streams to one server: pages that nobody sees leave theirs to others.
  const seen = () => (document.visibilityState === 'visible' ? begin() : end());
  document.addEventListener('visibilitychange', seen);
  addEventListener('pagehide', end);
  addEventListener('pageshow', seen);
  seen();
})();
