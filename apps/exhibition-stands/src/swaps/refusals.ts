import { conflict, type Problem } from '#platform';
import { whyInWords } from '../day/in-words.js';
import type { SwapAnswered } from './answer-swap.js';
import type { SwapRules } from './domain/judge-swap.js';
import { isOpen, type SwapStatus } from './domain/swap.js';
import { nameIn, type Names } from './in-words.js';

/** What came too late, by what had become of the swap. */
const endedWords: Readonly<Record<SwapStatus, string>> = {
  asked: 'Whoever was asked has not answered yet.',
  agreed: 'Whoever was asked has said yes meanwhile.',
  done: 'They have swapped already.',
  declined: 'Whoever was asked has said no.',
  refused: 'It was not approved.',
  withdrawn: 'It was withdrawn.',
  lapsed: 'Nothing can come of it any more: a shift has begun, or is somebody’s no longer.',
};

/**
 * What stands against a swap as one of the two is told: why they themselves cannot, and of the other only that they cannot.
 *
 * @throws Problem 409 `swap-ended`, `cannot-swap`
 */
export function mustBeSaid(answered: SwapAnswered, as: 'asker' | 'other'): void {
  if (answered.outcome === 'ended') throw hasEnded(answered.status);
  if (answered.outcome === 'said') return;
  const own = answered.rules[as];
  throw cannotSwap(
    own.length === 0
      ? 'By the rules of the rota it does not work for the other of you any more. You both keep your shifts.'
      : `By the rules of the rota it does not work any more: whoever takes the shift ${whyInWords(own)}. You both keep your shifts.`,
  );
}

/** The same as staff are told, with the rules for each of the two. @throws Problem 409 `not-agreed`, `swap-ended`, `cannot-swap` */
export function mustBeDecided(
  answered: SwapAnswered,
  swap: { readonly askerId: string; readonly otherId: string },
  names: Names,
): void {
  if (answered.outcome === 'ended') throw hasEnded(answered.status);
  if (answered.outcome === 'said') return;
  const words = againstInWords(answered.rules, swap, names).join(' ');
  throw cannotSwap(`${words} Refuse it, or change the rota on the board.`);
}

/** Why a swap is against the rules, in a sentence for each of the two whom it concerns. */
export const againstInWords = (
  rules: SwapRules,
  { askerId, otherId }: { readonly askerId: string; readonly otherId: string },
  names: Names,
): readonly string[] => [
  ...(rules.asker.length === 0 ? [] : [`${nameIn(names, askerId)} ${whyInWords(rules.asker)}.`]),
  ...(rules.other.length === 0 ? [] : [`${nameIn(names, otherId)} ${whyInWords(rules.other)}.`]),
];

const hasEnded = (status: SwapStatus): Problem =>
  conflict(isOpen(status) ? 'not-agreed' : 'swap-ended', endedWords[status]);

const cannotSwap = (detail: string): Problem => conflict('cannot-swap', detail);
