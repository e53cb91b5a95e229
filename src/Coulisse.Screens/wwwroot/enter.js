// Gives the secret in the address for a session, and leaves it in no history.
const secret = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const refuse = () => {
  document.getElementById('entering').hidden = true;
  document.getElementById('refused').hidden = false;
};
if (secret === '') refuse();
else fetch('enter', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: secret })
  .then(answer => answer.ok ? location.replace('./') : refuse(), refuse);
