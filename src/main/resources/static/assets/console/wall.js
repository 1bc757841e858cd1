// 大屏自己更新: asks for the board again and again, and says in big letters when what it shows is older than a minute.
(function () {
  const every = 10000;
  const oldest = 60000;
  let shownAt = Date.now();
  let gone = false;

  function board() {
    return document.getElementById('board');
  }

  // By this machine's own clock, from when the server had read the books.
  function note() {
    if (board().dataset.age) shownAt = Date.now() - Number(board().dataset.age) * 1000;
    const urgent = Number(board().dataset.urgent);
    document.title = (urgent > 0 ? '(' + urgent + ') ' : '') + document.title.replace(/^\(\d+\) /, '');
  }

  function ask() {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), every);
    fetch(location.pathname.replace(/\/$/, '') + '/board', { signal: giveUp.signal, cache: 'no-store', redirect: 'error' })
      .then(function (answer) {
        gone = answer.status === 404;
        if (gone) board().replaceChildren(); // taken back: what it showed is for nobody here any more
        return answer.ok ? answer.text() : null;
      })
      .then(function (text) {
        const next = text && new DOMParser().parseFromString(text, 'text/html').getElementById('board');
        if (!next) return;
        board().replaceWith(document.adoptNode(next));
        note();
      })
      .catch(function () { gone = false; /* shown by the age */ })
      .finally(function () {
        clearTimeout(timer);
        setTimeout(ask, every);
      });
  }

  function tick() {
    const seen = document.getElementById('seen-at');
    document.querySelector('[data-clock]').textContent =
      new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });
    document.querySelector('[data-last]').textContent = seen ? seen.textContent : '–';
    document.getElementById('gone').hidden = !gone;
    document.getElementById('stale').hidden = gone || Date.now() - shownAt < oldest;
  }

  document.addEventListener('DOMContentLoaded', function () {
    note();
    setTimeout(ask, every);
    setInterval(tick, 1000);
  });
})();
