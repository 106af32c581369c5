import type { SystemOptions } from '#launcher';
import { startApp, type AppStage } from '../app-stage.js';
import {
  stageTraveller,
  stageVisit,
  type StagedTraveller,
  type StagedVisit,
  type TravellerSetUp,
  type VisitSetUp,
} from './stage-visit.js';

const app = 'study-visits';

export type { Answer } from '../app-stage.js';
export { staffPerson } from '../events-calendar/signed-in.js';
export { insert } from './stage-visit.js';
export type { StagedTraveller, StagedVisit, TravellerSetUp, VisitSetUp } from './stage-visit.js';

/** The API's own address. */
export const apiPath = `/api/v1/${app}`;

/** The visits by themselves, their database, and people who are signed in. */
export interface VisitsStage extends AppStage {
  /** Writes a visit straight into the tables. */
  visit(this: void, setUp?: VisitSetUp): Promise<StagedVisit>;
  /** The same with somebody who travels with it. */
  traveller(this: void, visit: { readonly id: string }, setUp?: TravellerSetUp): Promise<StagedTraveller>;
}

/** Starts it; one for each file of tests. */
export async function startVisits(options: SystemOptions = {}): Promise<VisitsStage> {
  const stage = await startApp(app, options);
  const { query, system } = stage;
  return {
    ...stage,
    visit: (setUp) => stageVisit(query, setUp),
    traveller: ({ id }, setUp) => stageTraveller(query, system.secrets.links, id, setUp),
  };
}
