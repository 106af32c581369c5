/** The values that a form sends under a name as it stands. */
function sentBy(form: HTMLFormElement, name: string): readonly string[] {
  return new FormData(form).getAll(name).filter((value) => typeof value === 'string');
}

function conditionOf(part: HTMLElement): { readonly name: string; readonly oneOf: readonly string[] } {
  const oneOf: unknown = JSON.parse(part.dataset['oneOf'] ?? '[]');
  return { name: part.dataset['onlyIf'] ?? '', oneOf: Array.isArray(oneOf) ? oneOf.map(String) : [] };
}

/** Shows the parts of a form that are asked for only after certain answers, and hides the others, from top to bottom. */
function update(form: HTMLFormElement, parts: readonly HTMLElement[]): void {
  for (const part of parts) {
    const { name, oneOf } = conditionOf(part);
    const asked = form.querySelector(`[name="${CSS.escape(name)}"]`);
    const isHidden = asked?.closest<HTMLElement>('[data-only-if]')?.hidden ?? false;
    part.hidden = isHidden || !sentBy(form, name).some((value) => oneOf.includes(value));
  }
}

/**
 * Hides what is marked with `data-only-if` (a field's name) until that field has one of the values in `data-one-of` (a JSON
 * list). The server decides for itself what it makes of what is hidden.
 */
export function hideUntilAsked(): void {
  for (const form of document.querySelectorAll('form')) {
    const parts = [...form.querySelectorAll<HTMLElement>('[data-only-if]')];
    if (parts.length === 0) continue;
    form.addEventListener('change', () => update(form, parts));
    update(form, parts);
  }
}
