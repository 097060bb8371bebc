// Esc is the button 「やめる」; a change of what lies there is seen at once. Without this file every page works as well.
document.addEventListener('keydown', event => {
  const cancel = document.getElementById('cancel');
  if (event.key === 'Escape' && cancel) { event.preventDefault(); cancel.click(); }
});
if (document.documentElement.dataset.shared === 'yes') {
  document.addEventListener('paste', event => event.preventDefault());
}
if (document.documentElement.dataset.again === 'yes') setTimeout(() => location.reload(), 3000);
const shown = document.documentElement.dataset.state;
if (shown) {
  // the answer to a form leads on by itself: to go elsewhere meanwhile would load its goal twice
  let sent = false;
  document.addEventListener('submit', () => { sent = true; });
  setInterval(async () => {
    if (sent) return;
    try {
      const answer = await fetch('/state', { cache: 'no-store' });
      if (answer.ok && await answer.text() !== shown && !sent) location.replace('/talk');
    } catch { /* the agent ended: the next click says so */ }
  }, 1000);
}
