// Before the first paint, so that a chosen theme does not flash the other one. The app does the rest.
try {
  const { theme = 'system' } = JSON.parse(localStorage.getItem('parley.preferences')) ?? {};
  document.documentElement.dataset.theme = theme;
} catch {
  // Nothing was chosen.
}
