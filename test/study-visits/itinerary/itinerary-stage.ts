import { staffPerson, startVisits, type StagedTraveller, type VisitsStage } from '../stage.js';

export interface ItemJson {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly version: number;
}

export interface SplitJson {
  readonly id: string;
  readonly groups: readonly { readonly id: string; readonly letter: string }[];
  readonly members: readonly { readonly travellerId: string; readonly groupId: string }[];
  readonly version: number;
}

export interface ItineraryJson {
  readonly items: readonly ItemJson[];
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly itemIds: readonly string[];
  }[];
  readonly publishedVersion: number | null;
  readonly changesSince: number;
  readonly travellersConcerned: number;
}

export interface ProblemJson {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

/** A meal of a visit that is to the Basque Country in March 2035, unless said otherwise. */
export const lunch = {
  kind: 'meal',
  title: 'Lunch',
  day: '2035-03-12',
  from: '12:30',
  until: '14:00',
} as const;

/** Who asks, as the forms of a browser come. */
export type Headers = Readonly<Record<string, string>>;

/** Plans visits by the API and by forms, and reads what travellers see. */
export interface ItineraryStage extends VisitsStage {
  readonly staff: Headers;
  readonly staffPages: Headers;
  add(this: void, visitId: string, item?: object): Promise<ItemJson>;
  publish(this: void, visitId: string, version: number): Promise<number>;
  page(
    this: void,
    path: string,
    headers?: Headers,
  ): Promise<{ readonly status: number; readonly text: string }>;
  send(
    this: void,
    path: string,
    values: Readonly<Record<string, string>>,
    headers?: Headers,
  ): Promise<{ readonly status: number; readonly text: string; readonly location: string | null }>;
  days(this: void, traveller: StagedTraveller): Promise<string>;
}

export async function startItineraries(): Promise<ItineraryStage> {
  const stage = await startVisits();
  const staff = await stage.headers({ ...staffPerson, via: 'api' });
  const staffPages = await stage.headers(staffPerson);
  const page = async (path: string, headers: Headers = {}) => {
    const answer = await fetch(stage.url + path, { headers });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    ...stage,
    staff,
    staffPages,
    page,
    add: async (visitId, item = {}) => {
      const path = `/visits/${visitId}/itinerary/items`;
      const { status, body } = await stage.api<ItemJson>('POST', path, staff, { ...lunch, ...item });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body;
    },
    publish: async (visitId, version) => {
      const path = `/visits/${visitId}/itinerary/publications`;
      const { status, body } = await stage.api<{ told: number }>('POST', path, staff, { version });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.told;
    },
    send: async (path, values, headers = staffPages) => {
      const answer = await fetch(stage.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(values),
      });
      return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
    },
    days: async ({ secret }) => (await page(`/visits/travellers/${secret}/days`)).text,
  };
}
