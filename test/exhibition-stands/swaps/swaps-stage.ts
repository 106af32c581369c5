import type { StagedExhibition, StagedMember, StandsStage } from '../stage.js';
import { assign, helper, inMinutes, stageDay } from '../day/day-stage.js';

/** Whoever has a link, in a browser. */
export const visitor = { 'sec-fetch-site': 'same-origin' };

/** A swap as one of the two, or staff, read it. */
export interface SeenSwap {
  readonly id: string;
  readonly status: string;
  readonly code?: string;
  readonly detail?: string;
}

/** Two shifts to come of one person each, and somebody who has none. */
export interface StagedSwaps {
  readonly exhibition: StagedExhibition;
  readonly early: string;
  readonly late: string;
  readonly ada: StagedMember;
  readonly bo: StagedMember;
  readonly cy: StagedMember;
  /** Ada's part in the early shift. */
  readonly adas: string;
  /** Bo's part in the late one. */
  readonly bos: string;
}

/** Writes them straight into the tables. */
export async function stageSwaps(
  stage: StandsStage,
  setUp: { readonly needsApproval?: boolean } = {},
): Promise<StagedSwaps> {
  const exhibition = await stageDay(stage);
  await stage.query('UPDATE exhibitions SET swaps_need_approval = $2 WHERE id = $1', [
    exhibition.id,
    setUp.needsApproval ?? false,
  ]);
  const [early, late] = [
    await stage.shift(exhibition, { from: inMinutes(120), until: inMinutes(180), cover: 1 }),
    await stage.shift(exhibition, {
      from: inMinutes(300),
      until: inMinutes(360),
      cover: 1,
      label: 'Reception',
    }),
  ];
  const ada = await helper(stage, exhibition, 'Ada Example');
  const bo = await helper(stage, exhibition, 'Bo Sample');
  const cy = await helper(stage, exhibition, 'Cy Muster');
  const adas = await assign(stage, exhibition, early, ada);
  const bos = await assign(stage, exhibition, late, bo);
  return { exhibition, early, late, ada, bo, cy, adas, bos };
}

/** What they do by their links. */
export const swapping = (stage: StandsStage) => {
  const post = <Body = SeenSwap>(path: string, body: object, headers: Record<string, string> = visitor) =>
    stage.api<Body>('POST', path, headers, body);
  return {
    post,
    /** Somebody asks for another's shift, or to give theirs to another. */
    ask: (asker: StagedMember, assignment: string, wanted: object, note = '') =>
      post(`/team-links/${asker.secret}/shifts/${assignment}/swaps`, { for: wanted, note }),
    answer: (who: StagedMember, swap: string, answer: 'accept' | 'decline' | 'withdraw') =>
      post(`/team-links/${who.secret}/swaps/${swap}/answers`, { answer }),
    decide: (
      staff: Record<string, string>,
      { exhibition }: Pick<StagedSwaps, 'exhibition'>,
      swap: string,
      decision: 'approve' | 'refuse' | 'withdraw',
      reason = '',
    ) => post(`/exhibitions/${exhibition.id}/swaps/${swap}/decisions`, { decision, reason }, staff),
  };
};
