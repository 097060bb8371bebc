// What a page is asked after it was loaded. Every function returns a list of complaints.
window.openmyna = {
  controls() {
    const all = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]');
    return [...all].filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest('[aria-hidden=true]')
      && !each.closest('details:not([open]) > :not(summary)') && !each.matches('.om-skip, [hidden]'));
  },

  name(element) {
    const text = (element.getAttribute('aria-label') || element.textContent || element.id || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.tagName.toLowerCase()}${element.id ? '#' + element.id : ''}> ${text}`;
  },

  // said rightly
  words(lang) {
    const wrong = [];
    const html = document.documentElement;
    if (html.lang !== lang) wrong.push(`html lang is ${html.lang}`);
    // what a developer copies has braces and dots of its own
    const code = [...document.querySelectorAll('pre')].map(each => each.innerText);
    const text = code.reduce((rest, each) => rest.replace(each, ''), document.body.innerText);
    if (!/TEST/.test(text) || !/試験用/.test(text)) wrong.push('no TEST mark');
    if (/[{}]/.test(text.replace(/｛|｝/g, ''))) wrong.push('braces in the text');
    if (/(^|\s)[a-z]+(\.[a-z0-9-]+)+(\s|$)/.test(text.replace(/\S+\.(localhost|org|com|jp|md|pdf)\S*/g, ''))) wrong.push('a key that nobody translated');
    if (!document.title.includes('OpenMyna')) wrong.push(`title ${document.title}`);
    if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
    if (document.querySelector('[style], style, [onclick]')) wrong.push('style or script inside the page');
    return wrong;
  },

  // large enough for a finger; a link within a sentence may be as high as its line (WCAG 2.2, 2.5.8)
  targets(least) {
    return this.controls().map(each => {
      if (each.matches('[tabindex="0"]:not(a, button, input, summary)')) return null;
      const inText = each.matches('a') && getComputedStyle(each).display === 'inline'
        && each.parentElement.textContent.trim().length > each.textContent.trim().length;
      const area = each.matches('[type=radio], [type=checkbox]') ? each.closest('.om-choice') || each : each;
      const box = area.getBoundingClientRect();
      const tile = each.closest('.om-tile');
      const height = tile ? tile.getBoundingClientRect().height : box.height;
      const width = tile ? tile.getBoundingClientRect().width : box.width;
      return inText && height >= 24 || height >= least - .5 && width >= least - .5 ? null
        : `target ${Math.round(width)} x ${Math.round(height)}: ${this.name(each)}`;
    }).filter(each => each);
  },

  // nothing runs out at the side, nothing is cut
  sides() {
    const root = document.documentElement;
    const wrong = [];
    if (root.scrollWidth > root.clientWidth) wrong.push(`page ${root.scrollWidth} px wide in ${root.clientWidth}`);
    for (const each of document.body.querySelectorAll('*')) {
      if (each.closest('.om-table, .om-vh, .om-skip, svg, .om-stack thead') || !each.checkVisibility()) continue;
      const box = each.getBoundingClientRect();
      if (box.width && (box.right > root.clientWidth + 1 || box.left < -1)) wrong.push(`runs out: ${this.name(each)}`);
      const style = getComputedStyle(each);
      if (style.overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1) wrong.push(`cut: ${this.name(each)}`);
    }
    return wrong.slice(0, 5);
  },

  // WCAG 2.2, 1.4.12
  spaced() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets.push(sheet);
    const wrong = this.sides();
    document.adoptedStyleSheets.pop();
    return wrong;
  },

  // before Tab is pressed many times
  watchFocus() {
    this.seen = [];
    document.activeElement && document.activeElement.blur();
    document.addEventListener('focusin', event => {
      const each = event.target;
      const style = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 0), innerWidth - 1);
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 0), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      this.seen.push({ element: each, ring: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none',
        clear: top && (each.contains(top) || top.contains(each) || top.closest('label')) });
    });
    return this.controls().length;
  },

  focus() {
    const wrong = [];
    const seen = this.seen.map(each => each.element);
    const groups = new Set();
    for (const each of this.controls()) {
      if (each.type === 'radio') {
        if (groups.has(each.name)) continue;
        groups.add(each.name);
        if (seen.some(one => one.name === each.name)) continue;
      }
      if (!seen.includes(each)) wrong.push(`not reached by Tab: ${this.name(each)}`);
    }
    const order = seen.filter((each, n) => n === 0 || each.compareDocumentPosition(seen[n - 1]) & Node.DOCUMENT_POSITION_PRECEDING);
    if (order.length < new Set(seen).size) wrong.push('the order of Tab is not that of the page');
    for (const each of this.seen) {
      if (!each.ring) wrong.push(`focus not seen: ${this.name(each.element)}`);
      if (!each.clear) wrong.push(`focus covered: ${this.name(each.element)}`);
    }
    return wrong;
  },

  // what: all, colours, without colours
  async axe(what) {
    const options = what === 'colours' ? { runOnly: { type: 'rule', values: ['color-contrast'] } }
      : { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: what === 'all' } } };
    const result = await axe.run(document, { ...options, resultTypes: ['violations'] });
    return result.violations.flatMap(each => each.nodes.slice(0, 3).map(node => `axe ${each.id}: ${node.html.slice(0, 120)} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ''}`));
  }
};
