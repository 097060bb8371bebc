// For whoever works at a desk: keys of the header, and the lock after a while without work.
// Every page does the same without it, with links, buttons and a cover.
(() => {
  const keys = new Map();
  for (const each of document.querySelectorAll('[data-key]')) keys.set(each.dataset.key, each);
  addEventListener('keydown', event => {
    const target = keys.get(event.key);
    if (!target || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    target.click();
  });

  const lock = document.querySelector('[data-idle]');
  if (!lock) return;
  // the cover goes by the time since the page came; this goes by what is done
  document.documentElement.dataset.awake = '';
  const idle = 1000 * lock.dataset.idle;
  const tell = idle / 5;
  let used = Date.now();
  let told = used;
  let locking = false;
  const now = () => {
    if (locking) return;
    locking = true;
    lock.click();
  };
  const use = () => {
    const at = Date.now();
    if (at - used >= idle) return;
    used = at;
    if (at - told < tell) return;
    told = at;
    fetch('/lock/here', { method: 'POST' }).then(answer => answer.ok || now(), () => {});
  };
  for (const each of ['keydown', 'input', 'pointerdown', 'wheel']) addEventListener(each, use, { passive: true });
  setInterval(() => Date.now() - used >= idle && now(), Math.min(1000, idle));
})();
