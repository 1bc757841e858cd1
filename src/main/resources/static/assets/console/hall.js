// 时钟与倒计时：between two polls the hall's clock and countdown run by themselves, by the server's time.
(function () {
  let ahead = 0;

  function listen() {
    const live = document.querySelector('[data-now]');
    if (live) ahead = Number(live.dataset.now) - Date.now();
  }

  function two(number) {
    return String(number).padStart(2, '0');
  }

  function tick() {
    const now = Date.now() + ahead;
    const clock = document.querySelector('[data-clock]');
    if (clock) clock.textContent = new Date(now).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });
    document.querySelectorAll('[data-until]').forEach(function (e) {
      const left = Math.max(0, Math.floor((Number(e.dataset.until) - now) / 1000));
      const minutes = two(Math.floor(left / 60) % 60) + ':' + two(left % 60);
      e.textContent = left < 3600 ? minutes : two(Math.floor(left / 3600)) + ':' + minutes;
    });
  }

  document.addEventListener('DOMContentLoaded', function () { listen(); setInterval(tick, 1000); });
  document.addEventListener('htmx:afterSettle', listen);
})();
