"use strict";
// Asks the device and sends its answer in the form's hidden field. Without passkeys no button shows, and a password does.
(() => {
  // Browsers give passkeys to names, never to bare numbers.
  if (!window.PublicKeyCredential || !window.isSecureContext || /^(\[|[\d.]+$)/.test(location.hostname)) return;
  document.documentElement.classList.add("keys");

  const prf = { eval: { first: new TextEncoder().encode("bothand passkey 1") } };
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
  const base64 = (buffer) => (buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))) : "");
  const given = (credential) => credential.getClientExtensionResults().prf || {};

  const show = (challenge, ids) => navigator.credentials.get({
    publicKey: {
      challenge,
      rpId: location.hostname,
      // Empty at the door: nothing depends on who somebody says they are.
      allowCredentials: ids.map((id) => ({ type: "public-key", id })),
      userVerification: "required",
      extensions: { prf },
    },
  });

  const use = async (button) => {
    const answer = await fetch(button.dataset.passkey, { credentials: "same-origin", headers: { "X-Bothand-Poll": "1" } });
    const found = await show(bytes(await answer.text()), []);
    return {
      id: base64(found.rawId),
      client: base64(found.response.clientDataJSON),
      data: base64(found.response.authenticatorData),
      signature: base64(found.response.signature),
      prf: base64(given(found).results && given(found).results.first),
    };
  };

  const make = async (button) => {
    const { question, handle, name, others } = button.dataset;
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: bytes(question),
        rp: { id: location.hostname, name: location.hostname },
        user: { id: bytes(handle), name, displayName: name },
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
        excludeCredentials: others.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        attestation: "none",
        extensions: { prf },
      },
    });
    let { enabled, results } = given(made);
    // Most devices give their key only in use.
    if (enabled && !(results && results.first)) results = given(await show(bytes(question), [made.rawId])).results;
    return {
      client: base64(made.response.clientDataJSON),
      attestation: base64(made.response.attestationObject),
      prf: base64(results && results.first),
    };
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-passkey]");
    if (!button) return;
    event.preventDefault();
    const { form } = button;
    const said = form.querySelector("[data-passkey-said]");
    said.hidden = true;
    button.disabled = true;
    try {
      const answer = await (button.dataset.question ? make : use)(button);
      button.disabled = false;
      form.elements.passkey.value = JSON.stringify(answer);
      form.requestSubmit(button);
    } catch {
      // Browsers do not say why.
      button.disabled = false;
      said.hidden = false;
    }
  });

  // What a passkey gave goes out with its own button only, and does not wait in a page that was left.
  document.addEventListener("submit", (event) => {
    const { passkey } = event.target.elements;
    if (passkey && !(event.submitter && event.submitter.dataset.passkey)) passkey.value = "";
  }, true);
  addEventListener("pagehide", () => {
    for (const field of document.querySelectorAll("input[name=passkey]")) field.value = "";
  });
})();
