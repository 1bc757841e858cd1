// 键盘、主题、复制、防重复提交。Everything else is done by the server and htmx.
(function () {
  const pages = { o: '/ops', r: '/routes', m: '/messages', q: '/quarantine' };
  let leader = 0;

  function typing(target) {
    return target.closest('input, textarea, select, [contenteditable]');
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const help = document.getElementById('help');
    if (event.key === '/') {
      event.preventDefault();
      document.getElementById('search').focus();
    } else if (event.key === '?' && help && !help.open) {
      help.showModal();
    } else if (event.key === 'g') {
      leader = Date.now();
    } else if (pages[event.key] && Date.now() - leader < 1500) {
      const link = document.querySelector('nav a[href="' + pages[event.key] + '"]');
      if (link) link.click();
    }
  });

  document.addEventListener('click', function (event) {
    const theme = event.target.closest('[data-theme]');
    if (theme) {
      window.hubTheme(theme.dataset.theme);
      markTheme();
    }
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard.writeText(copy.dataset.copy).then(function () {
        copy.querySelector('[role=status]').textContent = copy.dataset.done;
      });
    }
    if (event.target.closest('[data-open-help]')) document.getElementById('help').showModal();
    if (event.target.closest('[data-close-help]')) document.getElementById('help').close();
  });

  // A second Enter must not send a second order; the server refuses it too.
  document.addEventListener('submit', function (event) {
    event.target.querySelectorAll('button[type=submit]').forEach(function (button) {
      button.disabled = true;
    });
  });

  // 标签页标题上的件数: whoever works in another tab sees it change.
  function retitle() {
    const board = document.querySelector('[data-urgent]');
    if (!board) return;
    const urgent = Number(board.dataset.urgent);
    document.title = (urgent > 0 ? '(' + urgent + ') ' : '') + document.title.replace(/^\(\d+\) /, '');
  }

  function markTheme() {
    const choice = document.documentElement.dataset.themeChoice;
    document.querySelectorAll('[data-theme]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.theme === choice));
    });
  }

  // Nor what somebody is typing into it: then the part waits for its next turn.
  document.addEventListener('htmx:beforeRequest', function (event) {
    const part = event.detail.elt;
    if (!/^every /.test(part.getAttribute('hx-trigger') || '')) return;
    const typed = Array.from(part.querySelectorAll('input:not([type=hidden]), textarea, select'))
      .some((field) => field === document.activeElement || field.value !== (field.defaultValue || field.value));
    if (typed) event.preventDefault();
  });

  // A refreshed part must not take the reader's place: scroll inside it and the focused control stay.
  document.addEventListener('htmx:beforeSwap', function (event) {
    const target = event.detail.target;
    const focused = target.contains(document.activeElement) ? document.activeElement : null;
    target.hubKept = {
      id: focused && focused.id,
      href: focused && focused.getAttribute('href'),
      open: Array.from(target.querySelectorAll('details')).map((e) => e.open),
      scrolls: Array.from(target.querySelectorAll('[data-keep-scroll]')).map((e) => [e.scrollLeft, e.scrollTop]),
    };
    window.hubKept = target.hubKept;
  });
  document.addEventListener('htmx:afterSettle', function (event) {
    retitle();
    const kept = window.hubKept;
    if (!kept) return;
    document.querySelectorAll('[data-keep-scroll]').forEach(function (e, i) {
      if (kept.scrolls[i]) [e.scrollLeft, e.scrollTop] = kept.scrolls[i];
    });
    document.querySelectorAll('details').forEach(function (e, i) {
      if (kept.open[i]) e.open = true;
    });
    const again = (kept.id && document.getElementById(kept.id))
      || (kept.href && event.target.querySelector && document.querySelector('main a[href="' + CSS.escape(kept.href) + '"]'));
    if (again && document.activeElement === document.body) again.focus({ preventScroll: true });
    window.hubKept = null;
  });

  document.addEventListener('DOMContentLoaded', markTheme);
})();
