// Runs before the page is painted, so that a dark room does not see a white flash.
(function () {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  function apply() {
    const choice = localStorage.getItem('theme') || 'system';
    const theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
    document.documentElement.setAttribute('data-bs-theme', theme);
    document.documentElement.setAttribute('data-theme-choice', choice);
    document.dispatchEvent(new CustomEvent('theme', { detail: theme }));
  }
  dark.addEventListener('change', apply);
  window.hubTheme = function (choice) {
    localStorage.setItem('theme', choice);
    apply();
  };
  apply();
})();
