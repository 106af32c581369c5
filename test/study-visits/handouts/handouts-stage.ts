import { startItineraries, type ItemJson, type ItineraryStage } from '../itinerary/itinerary-stage.js';
import { insert, type StagedTraveller, type StagedVisit } from '../stage.js';
import type { VisitsStageApi } from '../travel/travel-types.js';

export interface LinkJson {
  readonly id: string;
  readonly path: string;
  readonly endsAt: string;
  readonly isOpen: boolean;
  readonly sentTo: string | null;
  readonly sentNumber: number | null;
  readonly openedNumber: number | null;
}

export interface EntryJson {
  readonly key: string;
  readonly mark: string;
  readonly time: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly why: string | null;
}

export interface PaperJson {
  readonly number: number;
  readonly about: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly { readonly key: string; readonly entries: readonly EntryJson[] }[];
}

/** What a sheet says, as its reader has it. */
export interface SaidJson {
  readonly paper: PaperJson;
  readonly guests: {
    readonly named: readonly { readonly name: string; readonly isNew: boolean }[];
    readonly note: string;
    readonly left: number;
  } | null;
}

export interface SheetJson extends SaidJson {
  readonly id: string;
  readonly kind: 'host' | 'interpreter';
  readonly name: string;
  readonly notes: string;
  readonly version: number;
  readonly changedSinceSent: boolean | null;
  readonly link: LinkJson | null;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

/** A mail that was asked for. */
export interface AskedMail {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

/** A visit with a host, somebody who interprets there, and five who travel, of whom Ann alone agreed to be named to hosts. */
export interface Handed {
  readonly visit: StagedVisit;
  readonly host: { readonly id: string; readonly name: string; readonly email: string };
  readonly interpreter: { readonly id: string; readonly name: string; readonly email: string };
  readonly item: ItemJson;
  readonly ann: StagedTraveller;
  readonly others: readonly StagedTraveller[];
  /** The sheets' addresses within the API. */
  readonly hostSheet: string;
  readonly interpreterSheet: string;
}

export interface HandoutsStage extends ItineraryStage {
  handed(this: void, setUp?: { readonly columns?: Readonly<Record<string, unknown>> }): Promise<Handed>;
  /** Somebody's answer, whether hosts and the others may know of them. */
  agree(this: void, who: StagedTraveller, to: { hosts: boolean; party?: boolean }): Promise<void>;
  readonly ask: VisitsStageApi;
  mailsTo(this: void, address: string): Promise<readonly AskedMail[]>;
}

/** What staff plan at the host, unless said otherwise. */
export const careVisit = {
  kind: 'visit',
  title: 'Care that belongs to those who give it',
  day: '2035-03-12',
  from: '09:00',
  until: '11:00',
  language: 'Spanish',
  needsInterpreter: true,
  description: 'A walk through the home, then questions.',
  notes: 'For staff alone: the director is shy.',
} as const;

export async function startHandouts(): Promise<HandoutsStage> {
  const stage = await startItineraries();
  const ask: VisitsStageApi = (method, path, body, headers = {}) =>
    stage.api(method, path, { ...stage.staff, ...headers }, body);
  const agree: HandoutsStage['agree'] = async ({ id }, { hosts, party = false }) => {
    await stage.query('DELETE FROM traveller_consents WHERE traveller_id = $1', [id]);
    await insert(stage.query, 'traveller_consents', {
      traveller_id: id,
      hosts,
      party,
      photos: false,
      words: 'Asked in a test.',
      said_at: '2026-02-01T00:00:00Z',
      version: 1,
    });
  };
  return {
    ...stage,
    ask,
    agree,
    mailsTo: async (address) => {
      const rows = await stage.query<{ mail: AskedMail }>(
        `SELECT payload AS mail FROM outbox WHERE type = 'study-visits.mail-requested.v1'
           AND payload -> 'to' ->> 'address' = $1 ORDER BY position`,
        [address],
      );
      return rows.map(({ mail }) => mail);
    },
    handed: async ({ columns = {} } = {}) => {
      const contacts = [
        { name: 'Olive Office', role: 'Network office', phone: '+44 7700 900111', email: null },
      ];
      const visit = await stage.visit({
        status: 'confirmed',
        columns: { contacts: JSON.stringify(contacts), ...columns },
      });
      const mark = visit.id.slice(0, 8);
      const host = { name: `Cooperativa ${mark}`, email: `host.${mark}@example.org` };
      const interpreter = { name: `Inés ${mark}`, email: `ines.${mark}@example.org` };
      const madeHost = await ask<{ id: string }>('POST', '/hosts', {
        name: host.name,
        kind: 'social-care',
        address: 'Kalea 1, Arrasate',
        contacts: [
          { name: 'Hector Host', role: 'Reception', phone: null, email: host.email },
          { name: 'Nadia Noaddress', role: '', phone: '1', email: null },
        ],
        notes: 'Secret to staff.',
      });
      const madeInterpreter = await ask<{ id: string }>('POST', '/interpreters', {
        name: interpreter.name,
        languages: ['Spanish', 'Basque'],
        email: interpreter.email,
        notes: 'Expensive.',
      });
      const item = await stage.add(visit.id, {
        ...careVisit,
        hostId: madeHost.body.id,
        interpreterIds: [madeInterpreter.body.id],
      });
      const ann = await stage.traveller(visit, { name: 'Ann Agreed', organisationName: 'Agreeing Council' });
      const others: StagedTraveller[] = [];
      for (const name of ['Bo Refused', 'Cy Silent', 'Di Silent', 'Ed Silent'])
        others.push(await stage.traveller(visit, { name, organisationName: 'Hidden Council' }));
      await agree(ann, { hosts: true });
      for (const bo of others.slice(0, 1)) await agree(bo, { hosts: false, party: true });
      const sheets = `/visits/${visit.id}/sheets`;
      return {
        visit,
        host: { ...host, id: madeHost.body.id },
        interpreter: { ...interpreter, id: madeInterpreter.body.id },
        item,
        ann,
        others,
        hostSheet: `${sheets}/hosts/${madeHost.body.id}`,
        interpreterSheet: `${sheets}/interpreters/${madeInterpreter.body.id}`,
      };
    },
  };
}
