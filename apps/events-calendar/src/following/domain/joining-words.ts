import type { JoiningFacts } from '../../events/domain/event-facts.js';

/** What there is to say of another joining link, to somebody who is shown it; `null`: nothing. */
export function joiningInWords(
  known: JoiningFacts | null,
  present: JoiningFacts | null,
  sees: (joining: JoiningFacts) => boolean,
): string | null {
  const [before, after] = [known && sees(known) ? known : null, present && sees(present) ? present : null];
  if (before?.fingerprint === after?.fingerprint) return null;
  if (before === null) return 'There is a link to join by now.';
  if (after === null) return 'The link to join by is no longer good. A new one will follow.';
  return 'There is a new link to join by. The old one is no longer good.';
}
