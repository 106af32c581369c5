import { Temporal } from 'temporal-polyfill';
import { runDue } from '../../run-due.js';
import { startItineraries, type ItineraryStage } from '../itinerary/itinerary-stage.js';
import type { StagedTraveller, StagedVisit } from '../stage.js';

/** A mail as it was asked for. */
export interface AskedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly kind: string;
}

/** A visit where it is three in the afternoon now, whatever the time is here. */
export interface AfternoonVisit extends StagedVisit {
  /** IANA */
  readonly zone: string;
  /** ISO; today and tomorrow there. */
  readonly today: string;
  readonly tomorrow: string;
}

export interface BriefingsStage extends ItineraryStage {
  /** Confirmed, and the day it is there now is its second. */
  afternoon(
    this: void,
    setUp?: { readonly status?: 'confirmed' | 'cancelled'; readonly sendAt?: string },
  ): Promise<AfternoonVisit>;
  /** Sends what is due. */
  brief(this: void): Promise<void>;
  /** Mails with a day in their subject. */
  mails(this: void, traveller: StagedTraveller): Promise<readonly AskedMail[]>;
}

/** A zone where it is between three and four in the afternoon. */
function afternoonZone(): string {
  const { hour } = Temporal.Now.zonedDateTimeISO('UTC');
  const ahead = (((15 - hour) % 24) + 24) % 24;
  // Their signs are those of POSIX: west is positive.
  return ahead <= 12 ? `Etc/GMT-${ahead}` : `Etc/GMT+${24 - ahead}`;
}

export async function startBriefings(): Promise<BriefingsStage> {
  const stage = await startItineraries();
  return {
    ...stage,
    afternoon: async ({ status = 'confirmed', sendAt = '14:00' } = {}) => {
      const zone = afternoonZone();
      const today = Temporal.Now.plainDateISO(zone);
      const columns = {
        zone,
        first_day: today.subtract({ days: 1 }).toString(),
        last_day: today.add({ days: 3 }).toString(),
        contacts: JSON.stringify([
          { name: 'Sam Staff', role: 'Visits office', phone: '+44 161 496 0000', email: null },
          { name: 'No Number', role: 'Office', phone: null, email: 'office@example.org' },
        ]),
      };
      const visit = await stage.visit({ title: 'Emilia-Romagna', status: 'confirmed', columns });
      const { status: answered } = await stage.api(
        'PUT',
        `/visits/${visit.id}/briefing-settings`,
        { ...stage.staff, 'if-match': '"0"' },
        { isSending: true, sendAt },
      );
      if (answered !== 200) throw new Error(`no settings: ${answered}`);
      if (status !== 'confirmed') {
        await stage.query('UPDATE visits SET status = $2, status_reason = $3 WHERE id = $1', [
          visit.id,
          status,
          'Too few.',
        ]);
      }
      return { ...visit, zone, today: today.toString(), tomorrow: today.add({ days: 1 }).toString() };
    },
    brief: () => runDue(stage.system, 'study-visits', 'brief-travellers'),
    mails: async ({ email }) => {
      const rows = await stage.query<{ payload: AskedMail }>(
        `SELECT payload FROM outbox WHERE type = 'study-visits.mail-requested.v1' AND payload #>> '{to,address}' = $1
           AND payload ->> 'subject' ~ '^(Today|Tomorrow), ' ORDER BY id`,
        [email],
      );
      return rows.map(({ payload }) => payload);
    },
  };
}
