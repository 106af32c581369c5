import type { AppName } from '#contracts';
import { InsetText, listInWords } from '#ui';
import { appInWords } from '../domain/message-words.js';

/** Says which parts of the site have told nothing, so that nobody takes what is shown for all there is. */
export function Silent({ apps, what }: { readonly apps: readonly AppName[]; readonly what: string }) {
  if (apps.length === 0) return null;
  return (
    <InsetText>
      No answer comes from {listInWords(apps.map(appInWords))} at the moment, so {what}. Load the page again
      in a minute.
    </InsetText>
  );
}

/** The parts that told nothing. */
export function silentOf(
  told: readonly { readonly app: AppName; readonly told: unknown }[],
): readonly AppName[] {
  return told.flatMap((each) => (each.told === null ? [each.app] : []));
}
