import type { z } from 'zod';
import { refuse, accepted, type Checked } from '#checks';
import type { Fill } from '../../rota/fill/fill.js';
import { ruleNames, whyNotWords } from '../../rota/index.js';
import type { DraftAct } from '../domain/act-on-draft.js';
import type { Candidate } from '../assess.js';
import { compareRotas } from '../domain/compare.js';
import type { DraftFillRow } from '../draft.entities.js';
import { draftPlaces, type Board } from '../read-board.js';
import { qualityWords } from '../reason-words.js';
import type {
  actInput,
  candidatesOutput,
  comparisonOutput,
  draftOutput,
  fillOutput,
} from './draft.schema.js';

const pairingJson = ({ shift, member }: { readonly shift: string; readonly member: string }) => ({
  shiftId: shift,
  memberId: member,
});

/** A draft with what the checker says of it, as the API tells of it. */
export function draftJson(board: Board): z.output<typeof draftOutput> {
  const { draft, gaps, violations, objective, lastStep } = board;
  return {
    version: draft.version,
    assignments: draftPlaces(board).map(({ isLead, isPinned, source, ...place }) => ({
      ...pairingJson(place),
      isLead,
      isPinned,
      source,
    })),
    forbidden: draft.forbidden.map(pairingJson),
    gaps: gaps.map(({ shift, places }) => ({ shiftId: shift, places })),
    violations: violations.map(({ rule, person, slots, day }) => ({
      rule,
      name: ruleNames[rule],
      memberId: person,
      shiftIds: [...slots],
      day,
    })),
    objective,
    lastStep: lastStep?.number ?? null,
  };
}

/** An act as a program gave it. */
export function actOfJson(input: z.output<typeof actInput>): Checked<DraftAct> {
  const { act, shiftId: shift, memberId: member, toShiftId, with: other } = input;
  if (act === 'move')
    return toShiftId === undefined
      ? refuse('toShiftId', 'missing', 'Say into which shift.')
      : accepted({ act, shift, member, to: toShiftId });
  if (act === 'swap')
    return other === undefined
      ? refuse('with', 'missing', 'Say with whom.')
      : accepted({ act, shift, member, with: { shift: other.shiftId, member: other.memberId } });
  return accepted({ act, shift, member });
}

/** What a draft changes for people, as the API tells of it. */
export function comparisonJson(board: Board): z.output<typeof comparisonOutput> {
  const { places } = board.told;
  if (places === null) return { isPublished: false, people: [] };
  return {
    isPublished: true,
    people: compareRotas(places, draftPlaces(board)).map(({ member, gains, loses, leads }) => ({
      memberId: member,
      gains: [...gains],
      loses: [...loses],
      leads: leads.map(({ shift, isLead }) => ({ shiftId: shift, isLead })),
    })),
  };
}

/** Who could be in a shift, as the API tells of it. */
export const candidatesJson = (
  candidates: readonly Candidate[],
  { memberOf }: Board,
): z.output<typeof candidatesOutput> => ({
  items: candidates.map(({ member, why, minutes, isPreferred }) => ({
    memberId: member,
    name: memberOf.get(member)?.name ?? '',
    why: why.map((rule) => ({ rule, words: whyNotWords[rule] })),
    minutes,
    isPreferred,
  })),
});

/** A fill as the API tells of it. */
export function fillJson(fill: Fill, outcome: DraftFillRow | null): z.output<typeof fillOutput> {
  const { id, status, seconds, askedAt, finishedAt, progress, answer, error } = fill;
  return {
    id,
    status,
    seconds,
    askedAt: askedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    progress: progress && { ...progress },
    outcome: outcome?.outcome ?? null,
    changedMeanwhile: outcome?.changedMeanwhile ?? [],
    quality: answer && qualityWords(answer),
    answer: answer && { ...answer },
    error,
  };
}
