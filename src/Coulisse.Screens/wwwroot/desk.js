// What cannot be done from the desk: keeping the newest message in sight, and one key for saying.
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
