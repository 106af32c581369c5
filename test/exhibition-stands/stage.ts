import type { SystemOptions } from '#launcher';
import { startApp, type AppStage } from '../app-stage.js';
import {
  stageExhibition,
  stageShift,
  stageTeamMember,
  type ExhibitionSetUp,
  type ShiftSetUp,
  type StagedExhibition,
  type StagedMember,
  type TeamMemberSetUp,
} from './stage-exhibition.js';

const app = 'exhibition-stands';

export type { Answer } from '../app-stage.js';
export { staffPerson } from '../events-calendar/signed-in.js';
export type {
  AvailabilitySetUp,
  DaySetUp,
  ExhibitionSetUp,
  ShiftSetUp,
  StagedExhibition,
  StagedMember,
  TeamMemberSetUp,
} from './stage-exhibition.js';

/** The API's own address. */
export const apiPath = `/api/v1/${app}`;

/** The stands by themselves, their database, and people who are signed in. */
export interface StandsStage extends AppStage {
  /** Writes an exhibition straight into the tables. */
  exhibition(this: void, setUp?: ExhibitionSetUp): Promise<StagedExhibition>;
  /** The same with somebody of its team. */
  teamMember(this: void, exhibition: { readonly id: string }, setUp?: TeamMemberSetUp): Promise<StagedMember>;
  /** The same with a shift. @returns its id */
  shift(this: void, exhibition: { readonly id: string }, setUp: ShiftSetUp): Promise<string>;
}

/** Starts it; one for each file of tests. */
export async function startStands(options: SystemOptions = {}): Promise<StandsStage> {
  const stage = await startApp(app, options);
  const { query, system } = stage;
  return {
    ...stage,
    exhibition: (setUp) => stageExhibition(query, setUp),
    teamMember: ({ id }, setUp) => stageTeamMember(query, system.secrets.links, id, setUp),
    shift: ({ id }, setUp) => stageShift(query, id, setUp),
  };
}
