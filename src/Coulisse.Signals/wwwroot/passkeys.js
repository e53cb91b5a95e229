// Passkeys: the only thing on this page that needs a script. Without it these buttons stay hidden and a passphrase does it all.
"use strict";

(() => {
  const credentials = window.PublicKeyCredential;
  if (!credentials?.parseCreationOptionsFromJSON || !credentials.parseRequestOptionsFromJSON || !navigator.credentials)
    return;

  // Only the antiforgery field and the name travel here; a passphrase that stands in the form stays in it.
  async function optionsFor(button, form) {
    const fields = new URLSearchParams();
    for (const name of ["__RequestVerificationToken", "name"]) {
      const field = form.elements.namedItem(name);
      if (field) fields.set(name, field.value);
    }
    const answer = await fetch(button.dataset.options, { method: "POST", body: fields, credentials: "same-origin" });
    if (!answer.ok) {
      const isSentence = answer.headers.get("Content-Type")?.startsWith("text/plain");
      throw new Error(isSentence ? await answer.text() : "");
    }
    return answer.json();
  }

  async function ceremony(button, form) {
    const options = await optionsFor(button, form);
    return button.dataset.passkey === "create"
      ? navigator.credentials.create({ publicKey: credentials.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: credentials.parseRequestOptionsFromJSON(options) });
  }

  async function use(button) {
    const form = button.form;
    const failed = form.querySelector("[data-passkey-failed]");
    if (failed) failed.hidden = true;
    button.disabled = true;
    try {
      const credential = await ceremony(button, form);
      form.elements.namedItem("credential").value = JSON.stringify(credential);
      button.disabled = false;
      // A field that the passkey stands in for must not hold the form back.
      if (button.dataset.skips) form.elements.namedItem(button.dataset.skips)?.removeAttribute("required");
      button.dataset.ready = "true";
      form.requestSubmit(button);
    } catch (failure) {
      button.disabled = false;
      if (!failed) return;
      if (failure.constructor === Error && failure.message) failed.textContent = failure.message;
      failed.hidden = false;
    }
  }

  for (const button of document.querySelectorAll("button[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", event => {
      if (button.dataset.ready) return;
      event.preventDefault();
      use(button);
    });
  }
  for (const part of document.querySelectorAll("[data-needs-script]"))
    part.hidden = false;
})();
