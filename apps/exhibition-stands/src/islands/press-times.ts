/** How long a request may take before it counts as lost, in milliseconds. */
const patience = 15_000;

interface Answer {
  readonly from: string;
  readonly until: string;
  readonly kind: string;
}

const instant = (seconds: string): string => new Date(Number(seconds) * 1000).toISOString();

function answerOf(input: HTMLInputElement): Answer | null {
  const [from, until] = input.name.replace('slot.', '').split('-');
  if (from === undefined || until === undefined) return null;
  return { from: instant(from), until: instant(until), kind: input.value };
}

/** Saves each press at once. Whatever does not get through is said, and goes with the next press or with the button. */
function saveAtOnce(form: HTMLFormElement, address: string): void {
  const waiting = new Map<string, Answer>();
  let isSending = false;

  const say = (words: string) => {
    for (const place of form.querySelectorAll<HTMLElement>('[data-saved]')) place.textContent = words;
  };

  const send = async (): Promise<void> => {
    if (isSending || waiting.size === 0) return;
    isSending = true;
    const batch = [...waiting];
    say('Saving …');
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ answers: batch.map(([, answer]) => answer) }),
        keepalive: true,
        signal: AbortSignal.timeout(patience),
      });
      if (response.ok) {
        for (const [name, answer] of batch) if (waiting.get(name) === answer) waiting.delete(name);
        const time = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' });
        say(`Saved at ${time}`);
      } else {
        const problem = (await response.json()) as { detail?: string };
        say(`Not saved. ${problem.detail ?? 'Press Save to try again.'}`);
        isSending = false;
        return;
      }
    } catch {
      say('Not saved: the network did not answer. Press Save to try again.');
      isSending = false;
      return;
    }
    isSending = false;
    await send();
  };

  const press = (inputs: readonly HTMLInputElement[]) => {
    for (const input of inputs) {
      const answer = answerOf(input);
      if (answer !== null) waiting.set(input.name, answer);
    }
    void send();
  };

  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'radio') press([target]);
  });

  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name="whole"]') : null;
    const day = button?.closest('[data-day]');
    if (!(button instanceof HTMLButtonElement) || !day) return;
    // Times at which they are elsewhere have no controls here, and are spoken for where the whole form is sent.
    const [, kind = ''] = button.value.split(' ');
    const inputs = [
      ...day.querySelectorAll<HTMLInputElement>(`input[type="radio"][value="${CSS.escape(kind)}"]`),
    ];
    if (inputs.length === 0) return;
    event.preventDefault();
    for (const input of inputs) input.checked = true;
    press(inputs);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-times]')) {
  const address = form.dataset['times'];
  if (address !== undefined && address !== '') saveAtOnce(form, address);
}
