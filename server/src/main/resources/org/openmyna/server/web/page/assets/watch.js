// Looks whether the page's content has become another, and only then loads it again: nobody who
// reads is disturbed. Without a script the page is asked for again now and then.
(() => {
  const watch = document.querySelector('meta[name=om-watch]');
  const content = page => page.querySelector('main').textContent;
  setInterval(async () => {
    try {
      // where a look leads elsewhere, the window itself goes: what waits there is for its eyes alone
      const answer = await fetch(location.href, { cache: 'no-store', redirect: 'manual' });
      if (answer.type === 'opaqueredirect') location.reload();
      if (!answer.ok) return;
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (content(now) !== content(document)) location.reload();
    } catch {
      // the server is away for a moment: the next look comes
    }
  }, 1000 * watch.content);
})();
