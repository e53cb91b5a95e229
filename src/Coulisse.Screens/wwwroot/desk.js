// What cannot be done from the desk: keeping the newest message in sight, one key for saying, which words are marked,
// and a term's meaning beside the word.
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
  marked = { order: text.closest('.message').dataset.message, at: [start, start + range.toString().length] };
});
window.coulisse = {
  marked: order => marked && marked.order === String(order) ? marked.at : null,
};

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
document.addEventListener('keydown', pressed => { if (pressed.key === 'Escape' && shown) hide(); });
