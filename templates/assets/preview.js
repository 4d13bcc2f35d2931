// Live preview: reloads the page when its content changes, and shows diagnostics without reloading.
(() => {
  const box = document.getElementById('tiendo-preview');
  if (!box || !window.EventSource) return;

  // The scroll position is kept when the page reloads.
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
  } catch { /* without storage, the scroll position is lost */ }
  const again = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ here, x: scrollX, y: scrollY }));
    } catch { /* without storage, the scroll position is lost */ }
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
        // Rendered by the server, which escapes all text of the content.
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
  // Browsers limit the number of connections to a server, so hidden pages close theirs.
  const seen = () => (document.visibilityState === 'visible' ? begin() : end());
  document.addEventListener('visibilitychange', seen);
  addEventListener('pagehide', end);
  addEventListener('pageshow', seen);
  seen();
})();
