// What cannot be done from the desk: keeping the newest message in sight, keys, which words are marked, a term's meaning beside
// the word, and whether somebody is at this window.
const edge = 80;
const isAtEnd = log => log.scrollHeight - log.scrollTop - log.clientHeight < edge;
const follow = log => {
  let sticks = true;
  log.addEventListener('scroll', () => { sticks = isAtEnd(log); });
  const down = () => { if (sticks && log.dataset.transcript === 'end') log.scrollTop = log.scrollHeight; };
  new MutationObserver(down).observe(log, { childList: true, subtree: true, characterData: true });
  new ResizeObserver(down).observe(log);
  down();
};
const seen = new WeakSet();
const look = () => document.querySelectorAll('[data-transcript]').forEach(log => {
  if (seen.has(log)) return;
  seen.add(log);
  follow(log);
});
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();
document.addEventListener('keydown', pressed => {
  const form = pressed.target instanceof Element ? pressed.target.closest('[data-composer]') : null;
  if (form && pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) {
    pressed.preventDefault();
    form.requestSubmit();
  }
});

// Which words of a message are marked, by their places in what is drawn of it; the last marks are remembered, since
// pressing a button may take them away.
let marked = null;
const textOf = node => (node instanceof Element ? node : node?.parentElement)?.closest('.message .text');
document.addEventListener('selectionchange', () => {
  const chosen = document.getSelection();
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return;
  const range = chosen.getRangeAt(0);
  const text = textOf(range.startContainer);
  if (!text || text !== textOf(range.endContainer)) return;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  marked = { message: text.closest('.message').id, at: [start, start + range.toString().length] };
});
// Somebody is at this window: told now and then, so that the screens are not locked before them.
let told = 0;
const tellSomebody = frame => () => {
  if (Date.now() - told < 20000) return;
  told = Date.now();
  frame.invokeMethodAsync('Touched').catch(() => {});
};
let touched = null;
window.coulisse = {
  marked: message => marked && marked.message === message ? marked.at : null,
  // Whoever was at what is drawn no more goes on in the box.
  settle: box => { if (document.activeElement === document.body) document.getElementById(box)?.focus(); },
  saveBytes: (name, base64) => window.coulisse.save(name, Uint8Array.from(atob(base64), c => c.charCodeAt(0))),
  // A file that a person asked for; nothing of it stays here.
  save: (name, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  },
  watch: frame => {
    for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
      if (touched) document.removeEventListener(kind, touched);
    }
    touched = tellSomebody(frame);
    for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
      document.addEventListener(kind, touched, { passive: true });
  },
  // Says that something waits, and never what: who stands by reads it too.
  notify: (title, words) => {
    if (document.hidden && 'Notification' in window && Notification.permission === 'granted')
      new Notification(title, { body: words, tag: 'coulisse' });
  },
};

// Single keys, unless they are switched off; never while somebody types.
const keysOn = () => sessionStorage.getItem('keys') !== 'off';
const isTyping = target => target instanceof Element
  && target.closest('input, textarea, select, [contenteditable]') !== null;
const step = by => {
  const log = document.activeElement?.closest('[data-transcript]') ?? document.querySelector('[data-transcript]');
  const all = [...(log?.querySelectorAll('[data-message]') ?? [])];
  if (all.length === 0) return;
  const now = all.indexOf(document.activeElement?.closest('[data-message]'));
  const next = now < 0 ? all.length - 1 : Math.max(0, Math.min(all.length - 1, now + by));
  all[next].focus();
  all[next].scrollIntoView({ block: 'nearest' });
};
const acts = {
  j: () => step(1),
  k: () => step(-1),
  a: () => document.activeElement?.closest('[data-message]')?.querySelector('.speak')?.click(),
  c: () => document.getElementById('words')?.focus(),
};
document.addEventListener('keydown', pressed => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || isTyping(pressed.target) || !keysOn()) return;
  const act = acts[pressed.key];
  const named = act ? null : document.querySelector(`[data-key="${CSS.escape(pressed.key)}"]`);
  if (!act && !named) return;
  pressed.preventDefault();
  if (act) act();
  else named.click();
});
document.addEventListener('change', changed => {
  if (changed.target instanceof HTMLInputElement && changed.target.matches('[data-keys]'))
    sessionStorage.setItem('keys', changed.target.checked ? 'on' : 'off');
});
document.addEventListener('click', pressed => {
  if (pressed.target instanceof Element && pressed.target.closest('[data-notify]')) Notification.requestPermission();
});
document.addEventListener('toggle', shownOrNot => {
  const keys = shownOrNot.target instanceof Element ? shownOrNot.target.querySelector('[data-keys]') : null;
  if (keys) keys.checked = keysOn();
}, true);

// A term's meaning: shown at the pointer, the keyboard or a tap, gone with Escape, and to be gone over by the pointer.
let shown = null, hiding = 0;
const hide = () => {
  clearTimeout(hiding);
  if (shown?.isConnected && shown.matches(':popover-open')) shown.hidePopover();
  shown = null;
};
const hideSoon = () => { clearTimeout(hiding); hiding = setTimeout(hide, 250); };
const show = term => {
  const meaning = document.getElementById('term-' + term.dataset.term);
  clearTimeout(hiding);
  if (!meaning || meaning === shown) return;
  hide();
  meaning.showPopover();
  shown = meaning;
  const word = term.getClientRects()[0], box = meaning.getBoundingClientRect();
  const left = Math.max(8, Math.min(word.left, innerWidth - box.width - 8));
  const below = word.bottom + 4;
  meaning.style.left = left + 'px';
  meaning.style.top = (below + box.height < innerHeight ? below : Math.max(8, word.top - box.height - 4)) + 'px';
};
const termOf = happened => happened.target instanceof Element ? happened.target.closest('.term') : null;
document.addEventListener('pointerover', happened => {
  const term = termOf(happened);
  if (term && happened.pointerType !== 'touch') show(term);
  else if (shown && happened.target instanceof Element && happened.target.closest('.meaning')) clearTimeout(hiding);
  else if (shown && !shown.contains(document.activeElement) && !document.activeElement?.closest('.term')) hideSoon();
});
document.addEventListener('focusin', happened => { const term = termOf(happened); if (term) show(term); else hide(); });
document.addEventListener('focusout', happened => { if (termOf(happened)) hideSoon(); });
document.addEventListener('scroll', () => hide(), { capture: true, passive: true });
document.addEventListener('click', happened => {
  const term = termOf(happened);
  if (term && happened.pointerType === 'touch' && shown?.id !== 'term-' + term.dataset.term) {
    happened.preventDefault();
    happened.stopPropagation();
    show(term);
  }
}, true);
document.addEventListener('keydown', pressed => {
  if (pressed.key !== 'Escape') return;
  if (shown) hide();
  else if (!document.querySelector(':popover-open')) document.querySelector('[data-undo]')?.click();
});
