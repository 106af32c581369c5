import type { SystemOptions } from '#launcher';
import type { LegOutput, VisitsStageApi } from './travel-types.js';
import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type VisitsStage,
} from '../stage.js';

/** What a refusal says. */
export interface Refused {
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

export type LegBody = LegOutput & Refused;

/** A flight to Bilbao on the first day, unless said otherwise. */
export const flightInput = {
  kind: 'flight',
  way: 'there',
  title: 'BA 540',
  carrier: 'Example Airways',
  fromName: 'London Heathrow',
  toName: 'Bilbao',
  departs: { day: '2035-03-11', time: '07:40', zone: 'Europe/London' },
  arrives: { day: '2035-03-11', time: '10:30', zone: 'Europe/Madrid' },
  changeMinutes: 90,
  meetingPoint: 'Under the big clock',
  meetMinutes: 120,
};

/** A coach from the airport with two seats, unless said otherwise. */
export const coachInput = {
  ...flightInput,
  kind: 'coach',
  title: 'Coach to the hotel',
  carrier: 'Example Coaches',
  fromName: 'Bilbao airport, exit 2',
  toName: 'Hotel Example, Mondragon',
  departs: { day: '2035-03-11', time: '12:00', zone: 'Europe/Madrid' },
  arrives: { day: '2035-03-11', time: '13:00', zone: 'Europe/Madrid' },
  changeMinutes: 15,
  vehicle: 'White, 49 seats',
  seats: 2,
};

/** The flight home. */
export const homeInput = {
  ...flightInput,
  way: 'back',
  title: 'BA 541',
  fromName: 'Bilbao',
  toName: 'London Heathrow',
  departs: { day: '2035-03-16', time: '18:00', zone: 'Europe/Madrid' },
  arrives: { day: '2035-03-16', time: '19:00', zone: 'Europe/London' },
};

export interface TravelStage extends VisitsStage {
  /** Asks the API as staff. */
  readonly ask: VisitsStageApi;
  leg(this: void, visit: Pick<StagedVisit, 'id'>, input?: object): Promise<LegBody>;
  put(
    this: void,
    visit: Pick<StagedVisit, 'id'>,
    leg: Pick<LegBody, 'id'>,
    traveller: Pick<StagedTraveller, 'id'>,
    place?: object,
  ): Promise<{ readonly status: number; readonly body: LegBody }>;
}

/** Starts it; with other apps where the options name them. */
export async function startTravel(options: SystemOptions = {}): Promise<TravelStage> {
  const stage = await startVisits(options);
  const staff = await stage.headers({ ...staffPerson, via: 'api' });
  const ask: VisitsStageApi = (method, path, body, headers = {}) =>
    stage.api(method, path, { ...staff, ...headers }, body);
  return {
    ...stage,
    ask,
    leg: async (visit, input = {}) => {
      const made = await ask<LegBody>('POST', `/visits/${visit.id}/legs`, { ...flightInput, ...input });
      if (made.status !== 201) throw new Error(`no leg: ${JSON.stringify(made.body)}`);
      return made.body;
    },
    put: (visit, leg, traveller, place = {}) =>
      ask<LegBody>('PUT', `/visits/${visit.id}/legs/${leg.id}/travellers/${traveller.id}`, place),
  };
}

interface SentMail {
  readonly kind: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The mails that an address was sent, the oldest first. */
export async function mailsTo(
  { query }: Pick<TravelStage, 'query'>,
  address: string | null,
): Promise<readonly SentMail[]> {
  const rows = await query<{ mail: SentMail }>(
    `SELECT payload AS mail FROM outbox WHERE type = 'study-visits.mail-requested.v1'
       AND payload -> 'to' ->> 'address' = $1 ORDER BY position`,
    [address],
  );
  return rows.map(({ mail }) => mail);
}
