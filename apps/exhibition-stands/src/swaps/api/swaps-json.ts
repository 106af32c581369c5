import type { z } from 'zod';
import { whereInWords } from '../../published/domain/words.js';
import type { SwapRules } from '../domain/judge-swap.js';
import type { Swap, SwapPart } from '../domain/swap.js';
import { nameIn, type Names } from '../in-words.js';
import type { SwapChoicesOf } from '../read-choices.js';
import type { ExhibitionSwaps, OwnSwaps } from '../read-swaps.js';
import type {
  choicesOutput,
  ownSwapOutput,
  ownSwapsOutput,
  swapOutput,
  swapsOutput,
} from './swaps.schema.js';

const partJson = ({ assignmentId, shiftId, start, end, label }: SwapPart) => ({
  assignmentId,
  shiftId,
  start: start.toString(),
  end: end.toString(),
  label,
});

const factsOf = (swap: Swap) => ({
  id: swap.id,
  status: swap.status,
  lapsedWhy: swap.lapsedWhy,
  gives: partJson(swap.given),
  gets: swap.taken === null ? null : partJson(swap.taken),
  note: swap.note,
  reason: swap.reason,
  askedAt: swap.askedAt.toISOString(),
  answeredAt: swap.answeredAt?.toISOString() ?? null,
  endedAt: swap.endedAt?.toISOString() ?? null,
});

/** A swap as one of the two reads it. */
export function ownSwapJson(
  swap: Swap,
  member: { readonly id: string },
  names: Names,
): z.input<typeof ownSwapOutput> {
  const isAsker = swap.askerId === member.id;
  return {
    ...factsOf(swap),
    as: isAsker ? 'asker' : 'other',
    with: nameIn(names, isAsker ? swap.otherId : swap.askerId),
  };
}

export const ownSwapsJson = ({ swaps, member, names }: OwnSwaps): z.input<typeof ownSwapsOutput> => ({
  swaps: swaps.map((swap) => ownSwapJson(swap, member, names)),
});

const staffJson = (swap: Swap, names: Names) => ({
  ...factsOf(swap),
  asker: { teamMemberId: swap.askerId, name: nameIn(names, swap.askerId) },
  other: { teamMemberId: swap.otherId, name: nameIn(names, swap.otherId) },
  decidedBy: swap.decidedName,
});

export function swapsJson({ toApprove, asked, ended, names }: ExhibitionSwaps): z.input<typeof swapsOutput> {
  const all = (swaps: readonly Swap[]) => swaps.map((swap) => staffJson(swap, names));
  return { toApprove: all(toApprove), asked: all(asked), ended: all(ended) };
}

export const swapJson = ({
  swap,
  rules,
  names,
}: {
  readonly swap: Swap;
  readonly rules: SwapRules;
  readonly names: Names;
}): z.input<typeof swapOutput> => ({
  ...staffJson(swap, names),
  against: { asker: [...rules.asker], other: [...rules.other] },
});

export const choicesJson = ({ exchanges, gifts }: SwapChoicesOf): z.input<typeof choicesOutput> => ({
  exchanges: exchanges.map(({ assignment: { id, terms }, name }) => ({
    assignmentId: id,
    name,
    start: terms.start.toString(),
    end: terms.end.toString(),
    label: terms.label,
    place: whereInWords(terms),
  })),
  gifts: gifts.map((each) => ({ ...each })),
});
