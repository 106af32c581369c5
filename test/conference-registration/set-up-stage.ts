import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { staffPerson } from '../events-calendar/signed-in.js';
import { TestBrowser, textOf, type Fields, type Visited } from '../members/browsing.js';
import {
  startConferences,
  type Answer,
  type Booker,
  type ConferenceStage,
  type StagedConference,
} from './stage.js';

/** A member of staff who sets conferences up. */
export interface SetUpStage extends ConferenceStage {
  readonly staff: TestBrowser;
  /** Sends the form of a page with some fields filled in otherwise; fields that are `null` are not sent. */
  send(this: void, path: string, fields: Readonly<Record<string, Fields[string] | null>>): Promise<Visited>;
  /** Puts tickets and limits on the tables, and says where staff set them up. */
  staged(
    this: void,
    ...given: Parameters<ConferenceStage['conference']>
  ): Promise<StagedConference & { path: string }>;
  /** Somebody books for an organisation. @param quantities by the ids of tickets */
  book(
    this: void,
    conferenceId: string,
    quantities: Readonly<Record<string, number>>,
    more?: { readonly code?: string; readonly booker?: Booker },
  ): Promise<Answer<{ readonly code?: string; readonly detail?: string }>>;
  /** What the page says, without its markup. */
  text(this: void, path: string): Promise<string>;
}

export async function startSetUp(): Promise<SetUpStage> {
  const stage = await startConferences();
  const staff = new TestBrowser(stage.system, {
    origin: stage.url,
    headers: await stage.headers(staffPerson),
  });
  return {
    ...stage,
    staff,
    send: async (path, fields) => {
      const sent = { ...formIn((await staff.get(path)).html), ...fields };
      const given = Object.entries(sent).filter(
        (entry): entry is [string, Fields[string]] => entry[1] !== null,
      );
      return staff.post(path, Object.fromEntries(given));
    },
    staged: async (setUp) => {
      const conference = await stage.conference(setUp);
      return { ...conference, path: `/conference/manage/${conference.id}` };
    },
    book: async (conferenceId, quantities, { code = '', booker } = {}) => {
      const { organisationId, api } = booker ?? (await stage.booker());
      const body = { for: { organisationId }, quantities, code };
      return stage.api('POST', `/conferences/${conferenceId}/bookings`, api, body);
    },
    text: async (path) => textOf((await staff.get(path)).html),
  };
}

/** The boxes of a date. @param day ISO; empty: blank */
export function boxes(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
}
