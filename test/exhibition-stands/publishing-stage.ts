import { expect } from '@jest/globals';
import type { StandsStage, StagedExhibition, StagedMember } from './stage.js';
import { insert } from './stage-exhibition.js';

/** What publishing would come to, as the API tells it. */
export interface Publishing {
  readonly seen: string;
  readonly gaps: readonly { readonly places: number }[];
  readonly obstacles: readonly { readonly key: string; readonly rule: string; readonly says: string }[];
  readonly people: readonly { readonly name: string; readonly isReachable: boolean }[];
}

/** A rota in the making: two shifts on each of two days, and three people who can come to all of them. */
export interface StagedRota {
  readonly exhibition: StagedExhibition;
  readonly shifts: readonly string[];
  readonly members: readonly StagedMember[];
}

const spans = [
  ['2035-09-23T09:00:00+01:00', '2035-09-23T11:00:00+01:00'],
  ['2035-09-23T13:00:00+01:00', '2035-09-23T15:00:00+01:00'],
  ['2035-09-24T09:00:00+01:00', '2035-09-24T11:00:00+01:00'],
  ['2035-09-24T13:00:00+01:00', '2035-09-24T15:00:00+01:00'],
] as const;

/** Writes it straight into the tables. @param setUp of the exhibition, and the ids of those who are known as people */
export async function stageRota(
  stage: StandsStage,
  setUp: { readonly passesNeeded?: boolean; readonly personIds?: readonly (string | null)[] } = {},
): Promise<StagedRota> {
  const exhibition = await stage.exhibition({
    passesNeeded: setUp.passesNeeded ?? false,
    columns: {
      contacts: JSON.stringify([
        { name: 'Cy Example', role: 'Exhibition office', phone: '0151 496 0000', email: null },
      ]),
    },
  });
  const shifts: string[] = [];
  for (const [from, until] of spans) shifts.push(await stage.shift(exhibition, { from, until, cover: 2 }));
  const members: StagedMember[] = [];
  for (const [index, name] of ['Ada Example', 'Bo Sample', 'Cy Muster'].entries()) {
    members.push(
      await stage.teamMember(exhibition, {
        name,
        personId: setUp.personIds?.[index] ?? null,
        availability: [{ from: '2035-09-23T00:00:00+01:00', until: '2035-09-25T00:00:00+01:00' }],
      }),
    );
  }
  return { exhibition, shifts, members };
}

/** Puts people into the draft, and nobody else: pairs of the numbers of a shift and of a member. */
export async function setDraft(
  stage: StandsStage,
  { exhibition, shifts, members }: StagedRota,
  pairs: readonly (readonly [number, number])[],
): Promise<void> {
  await stage.query('DELETE FROM draft_assignments WHERE exhibition_id = $1', [exhibition.id]);
  for (const [shift, member] of pairs) {
    await insert(stage.query, 'draft_assignments', {
      exhibition_id: exhibition.id,
      shift_id: shifts[shift],
      team_member_id: members[member]?.id,
      is_lead: false,
      is_pinned: false,
      source: 'hand',
    });
  }
}

/** What publishing the draft would come to. */
export async function readPublishing(
  stage: StandsStage,
  { exhibition }: StagedRota,
  staff: Readonly<Record<string, string>>,
): Promise<Publishing> {
  const answer = await stage.api<Publishing>('GET', `/exhibitions/${exhibition.id}/rota/publishing`, staff);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

/** Publishes it. @returns the API's answer */
export async function publish(
  stage: StandsStage,
  rota: StagedRota,
  staff: Readonly<Record<string, string>>,
  decision: { readonly seen?: string; readonly overrides?: readonly object[] } = {},
) {
  const seen = decision.seen ?? (await readPublishing(stage, rota, staff)).seen;
  return stage.api<{ number: number; code?: string; assignments: readonly object[] }>(
    'POST',
    `/exhibitions/${rota.exhibition.id}/rota/published`,
    staff,
    { seen, overrides: decision.overrides ?? [] },
  );
}
