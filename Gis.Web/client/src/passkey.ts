/** Fetches what the browser is to sign, lets it ask for a finger, face or key, and sends what it signed with the form. */
async function sign(form: HTMLFormElement): Promise<void> {
  const response = await fetch(form.dataset.options ?? '', { method: 'POST', body: new FormData(form) });
  if (!response.ok) throw new Error(`The options answered ${response.status}`);
  const options = await response.json();
  const credential =
    form.dataset.act === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The browser gave no passkey');
  const field = form.elements.namedItem('credential') as HTMLInputElement;
  field.value = JSON.stringify(credential.toJSON());
  form.submit();
}

// Shown only where the browser can.
if (typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-options]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const failed = form.querySelector<HTMLElement>('[data-failed]');
      if (failed) failed.hidden = true;
      sign(form).catch((error: unknown) => {
        // Declined, timed out, or no key for this site: the reader chooses another way.
        console.warn(error);
        if (failed) failed.hidden = false;
      });
    });
  }
}
