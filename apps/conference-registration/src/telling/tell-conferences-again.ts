import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { AppName, PayloadOf } from '#contracts';
import { Outbox, type TellAgain } from '#messaging';
import { ConferenceRow } from '../conferences/conference.entity.js';
import { conferenceFacts } from '../conferences/conference-facts.js';

/** How many delegates are read and told of at once. */
const batch = 500;

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Whoever has a ticket that is theirs, also where staff decide again what they answered. */
const whoTakesPart = `
  SELECT DISTINCT ON (d.id) d.id, d.conference_id AS "conferenceId", d.booking_id AS "bookingId",
    d.person_id AS "personId", b.organisation_id AS "organisationId", t.days::text[] AS days, d.version
  FROM delegates d
    JOIN bookings b ON b.id = d.booking_id
    JOIN places p ON p.delegate_id = d.id AND p.status = 'confirmed'
    JOIN ticket_types t ON t.id = p.ticket_type_id AND t.kind = 'ticket'
  WHERE d.conference_id = $1 AND d.id > $2 ORDER BY d.id LIMIT ${batch}`;

type Delegate = PayloadOf<'conference-registration.delegate-confirmed.v1'> & { readonly days: string[] };

/** Tells an app of the conferences that everybody can see and that are not over, and of who takes part in them. */
@Injectable()
export class TellConferencesAgain implements TellAgain {
  constructor(private readonly outbox: Outbox) {}

  async run(manager: EntityManager, to: AppName, correlationId: string): Promise<number> {
    const rows = await manager.find(ConferenceRow, {
      where: { status: In(['open', 'paused', 'closed']) },
      order: { firstDay: 'ASC' },
    });
    let told = 0;
    for (const row of rows) {
      const facts = await conferenceFacts(manager, row);
      await this.outbox.add(manager, {
        type: 'conference-registration.conference-published.v1',
        aggregate: { id: facts.id, version: facts.version },
        correlationId,
        payload: facts,
        to: [to],
      });
      told += 1 + (await this.delegatesOf(manager, row.id, to, correlationId));
    }
    return told;
  }

  private async delegatesOf(
    manager: EntityManager,
    conferenceId: string,
    to: AppName,
    correlationId: string,
  ): Promise<number> {
    let told = 0;
    let last: string | undefined = beforeAll;
    while (last !== undefined) {
      const delegates: Delegate[] = await manager.query(whoTakesPart, [conferenceId, last]);
      await this.outbox.addAll(
        manager,
        delegates.map(({ days, ...delegate }) => ({
          type: 'conference-registration.delegate-confirmed.v1' as const,
          aggregate: { id: delegate.id, version: delegate.version },
          correlationId,
          payload: { ...delegate, ...(days.length > 0 && { days }) },
          to: [to],
        })),
      );
      told += delegates.length;
      last = delegates.length < batch ? undefined : delegates.at(-1)?.id;
    }
    return told;
  }
}
