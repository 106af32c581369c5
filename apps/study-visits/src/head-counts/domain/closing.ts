import { accepted, checkOptionalText, checkText, refuse, type Checked } from '#checks';
import type { Leave, Mark } from './mark.js';
import type { Tally } from './merge.js';

/** How somebody was accounted for when a count was closed. */
export interface ClosedPerson {
  readonly travellerId: string;
  readonly kind: 'here' | 'elsewhere' | 'missing';
  /** All that were said: two may have said the same without knowing of each other. */
  readonly leaves: readonly Leave[];
}

/** What a count is closed with. */
export interface Closing {
  readonly people: readonly ClosedPerson[];
  /** What was decided about those who are missing; `null` where nobody is. */
  readonly decision: string | null;
}

const decisionRules = { longest: 500, manyLines: true } as const;

/**
 * A count is closed once every name is accounted for; and where somebody is missing, once it is said what was decided: who
 * stays, who was rung.
 */
export function checkClosing(tally: Tally, decision: string): Checked<Closing> {
  const { open, contradiction, missing } = tally.numbers;
  if (tally.people.size === 0) {
    return refuse('', 'nobody-expected', 'Nobody is on the list, so there is nothing to close.');
  }
  if (open + contradiction > 0) {
    return refuse('', 'not-accounted', 'Not everybody is accounted for yet. Mark those who are still open.');
  }
  const said =
    missing > 0
      ? checkText(decision, 'decision', {
          ...decisionRules,
          missing: {
            code: 'missing',
            message: 'Say what was decided about whoever is missing: who stays, who was rung.',
          },
        })
      : checkOptionalText('', 'decision', decisionRules);
  if (!said.ok) return said;
  return accepted({ people: [...tally.people].flatMap(closedPerson), decision: said.value });
}

function closedPerson([travellerId, { state, standing }]: readonly [
  string,
  { readonly state: string; readonly standing: readonly Mark[] },
]): ClosedPerson[] {
  if (state !== 'here' && state !== 'elsewhere' && state !== 'missing') return [];
  const leaves = standing.flatMap(({ leave }) => leave ?? []);
  return [{ travellerId, kind: state, leaves }];
}

/** Whose state is another than when the count was closed, since marks came in afterwards. @returns ids of travellers */
export function changedSince(closed: readonly ClosedPerson[], tally: Tally): readonly string[] {
  return closed
    .filter(({ travellerId, kind }) => {
      const now = tally.people.get(travellerId);
      return now !== undefined && now.state !== kind;
    })
    .map(({ travellerId }) => travellerId);
}

/** Why a closed count is opened again. */
export const checkReopening = (why: string): Checked<string> =>
  checkText(why, 'why', {
    longest: 200,
    missing: { code: 'missing', message: 'Say why it is opened again.' },
  });
