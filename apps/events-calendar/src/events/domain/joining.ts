import { checkChoice } from '#checks';
import { accepted, problemsOf, refuse, refused, type Checked } from './errors.js';
import { audiences, type Audience, type Joining } from './event.js';

const longestUrl = 2000;

export interface JoiningInput {
  readonly url: string;
  /** Blank: the event's own audience. */
  readonly shownTo?: string | null;
}

/**
 * A joining link, or `null` when its address is blank. It is never shown more widely than the event itself.
 * `audience` is `null` while it is not known (a problem told elsewhere).
 */
export function checkJoining(
  input: JoiningInput | null,
  audience: Audience | null,
  field = 'joining',
): Checked<Joining | null> {
  if (input === null || input.url.trim() === '') return accepted(null);
  const url = checkUrl(input.url, `${field}.url`);
  const shownTo = checkShownTo(input.shownTo, audience, `${field}.shownTo`);
  if (!url.ok || !shownTo.ok) return refused(...problemsOf(url, shownTo));
  return accepted({ url: url.value, shownTo: shownTo.value });
}

function checkUrl(text: string, field: string): Checked<string> {
  const typed = text.trim();
  const url = URL.parse(typed);
  if (!url || !/^https?:\/\//i.test(typed) || url.hostname === '') {
    return refuse(
      field,
      'not-a-web-address',
      'Enter the whole web address of the call, beginning with https://, or leave it blank.',
    );
  }
  if (url.href.length > longestUrl) {
    return refuse(
      field,
      'too-long',
      `This address is too long. Use one of at most ${longestUrl} characters.`,
    );
  }
  return accepted(url.href);
}

function checkShownTo(
  text: string | null | undefined,
  audience: Audience | null,
  field: string,
): Checked<Audience> {
  if ((text ?? '').trim() === '') return accepted(audience ?? 'invited');
  const shownTo = checkChoice(text ?? '', audiences, field, 'Say who is shown the joining link.');
  if (!shownTo.ok || audience === null) return shownTo;
  if (audiences.indexOf(shownTo.value) < audiences.indexOf(audience)) {
    return refuse(
      field,
      'joining-shown-too-widely',
      'The joining link cannot be shown to more people than the event. Choose its audience or a narrower one.',
    );
  }
  if (shownTo.value === 'board' && audience !== 'board') {
    return refuse(
      field,
      'joining-board-unknown',
      'Only an event for a board has a board to show the link to. Choose another group, or make it a board’s event.',
    );
  }
  return shownTo;
}
