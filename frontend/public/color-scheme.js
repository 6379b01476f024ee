// Sets the colours before the first paint. A file of its own because the content security policy allows no inline script.
(() => {
  let kept = null;
  try {
    kept = window.localStorage.getItem('mantine-color-scheme-value');
  } catch {
    kept = null;
  }
  const wanted = kept === 'light' || kept === 'dark' ? kept : null;
  const scheme = wanted ?? (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
