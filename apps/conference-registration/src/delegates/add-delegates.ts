import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { FindPerson, lockPeopleForChanges } from '#people';
import { conflict, dateOf, Transactions, unprocessable, type Actor, type Attempt } from '#platform';
import { plural } from '#ui';
import type { BookingDetails } from '../booking-page/booking-details.js';
import { mustHavePlaces, named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { mostDelegates } from '../bookings/domain/booking.js';
import { FindBooking } from '../bookings/find-booking.js';
import { TakePlaces } from '../places/take-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { DelegateDetails } from './domain/delegate-details.js';

/** Somebody who is to be in a booking. */
export interface NewDelegate {
  /** Checked. */
  readonly details: DelegateDetails;
  /** `null`: whichever there is for them, or that of `usualTicket`. */
  readonly ticketTypeId: string | null;
}

export interface AddedDelegates {
  /** Whose places were there already, without a name. */
  readonly named: number;
  /** For whom places were taken. */
  readonly added: number;
  /** The number of the last of them within the booking; 0: there are none. */
  readonly last: number;
}

const naming = `
  UPDATE delegates SET name = d.name, email = d.email, phone = d.phone, job_title = d."jobTitle",
    badge_organisation = d."badgeOrganisation", person_id = d."personId", filled_in_at = d."filledInAt",
    version = delegates.version + 1
  FROM jsonb_to_recordset($1) AS d (id uuid, name text, email text, phone text, "jobTitle" text, "badgeOrganisation" text,
    "personId" text, "filledInAt" timestamptz)
  WHERE delegates.id = d.id`;

/** Names several delegates at once: first those who are in the booking without a name, then further ones with new places. */
@Injectable()
export class AddDelegates {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly takePlaces: TakePlaces,
    private readonly people: FindPerson,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param usualTicket for those beyond the places that there are; `null`: there are to be no more
   * @param attempt what was done by an earlier run of it is not done again
   * @throws Problem 404; 409 `already-confirmed`, `hold-ran-out`, `too-many-delegates`, or as `TakePlaces`: then nobody is named
   */
  async run(
    actor: Actor,
    key: string,
    delegates: readonly NewDelegate[],
    usualTicket: string | null,
    { id, isRepeat }: Attempt,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      if (isRepeat && (await this.history.has(manager, id))) return;
      await this.within(manager, actor, key, delegates, usualTicket, id);
    });
  }

  /**
   * The same within a transaction that has locked nothing but the people.
   *
   * @param lineId of the line in the booking's history
   */
  async within(
    manager: EntityManager,
    actor: Actor,
    key: string,
    delegates: readonly NewDelegate[],
    usualTicket: string | null,
    lineId?: string,
  ): Promise<AddedDelegates> {
    const seen = await this.readBooking.of(await this.findBooking.forReading(actor, key, manager), manager);
    // Everybody waits for the conference's lock who books, so that whoever only names those who have places does without.
    const { booking, catalogue } =
      share(seen, delegates).more.length > 0
        ? await this.findBooking.forPlaces(manager, actor, key)
        : { booking: await this.findBooking.forChange(manager, actor, key), catalogue: null };
    mustHavePlaces(booking, this.clock());
    const details = await this.readBooking.of(booking, manager, catalogue ?? seen.catalogue);
    const { into, more } = share(details, delegates);
    if (more.length > 0 && catalogue === null) throw changedMeanwhile();
    const total = details.delegates.length + more.length;
    if (total > mostDelegates) {
      throw conflict(
        'too-many-delegates',
        `One booking can have ${mostDelegates} delegates, and with these it would have ${total}. Book the rest separately, or ask us to help.`,
      );
    }
    await this.name(manager, into);
    const last = await this.add(manager, details, more, usualTicket);
    await this.history.record(manager, {
      ...(lineId !== undefined && { id: lineId }),
      bookingId: booking.id,
      act: delegates.length === 1 ? 'delegate-added' : 'delegates-listed',
      details: { named: into.length, added: more.length },
      actor: named(actor, booking.bookerName),
    });
    return { named: into.length, added: more.length, last };
  }

  private async name(
    manager: EntityManager,
    into: readonly { readonly row: DelegateRow; readonly details: DelegateDetails }[],
  ): Promise<void> {
    if (into.length === 0) return;
    const people = await this.peopleOf(manager, into);
    await manager.query(naming, [
      JSON.stringify(into.map(({ row: { id }, details }) => ({ ...this.written(details, people), id }))),
    ]);
  }

  private async add(
    manager: EntityManager,
    { booking, catalogue, delegates }: BookingDetails,
    more: readonly NewDelegate[],
    usualTicket: string | null,
  ): Promise<number> {
    if (more.length === 0) return 0;
    const tickets = more.map(({ ticketTypeId }) => ticketTypeId ?? usualTicket);
    if (tickets.some((id) => id === null || catalogue.ticketType.get(id)?.kind !== 'ticket')) {
      throw unprocessable([
        {
          field: 'ticketTypeId',
          code: 'missing',
          message: `Choose a ticket for the ${plural(more.length, 'delegate')} for whom there is no place yet.`,
        },
      ]);
    }
    const people = await this.peopleOf(manager, more);
    const last = Math.max(0, ...delegates.map(({ delegate }) => delegate.number));
    const rows = more.map(({ details }, index) => ({
      ...this.written(details, people),
      id: uuidv7(),
      bookingId: booking.id,
      conferenceId: booking.conferenceId,
      number: last + index + 1,
      status: 'draft' as const,
      version: 1,
    }));
    await manager.insert(DelegateRow, rows);
    await this.takePlaces.run(
      manager,
      catalogue,
      rows.map(({ id: delegateId }, index) => ({ ticketTypeId: tickets[index] ?? '', delegateId })),
      {
        bookingId: booking.id,
        organisationId: booking.organisationId,
        category: booking.category,
        status: 'held',
        codeId: booking.codeId,
        offerId: null,
      },
    );
    return last + more.length;
  }

  private peopleOf(manager: EntityManager, delegates: readonly { readonly details: DelegateDetails }[]) {
    return this.people.byEmails(
      delegates.flatMap(({ details: { email } }) => email ?? []),
      manager,
    );
  }

  private written(details: DelegateDetails, people: Awaited<ReturnType<FindPerson['byEmails']>>) {
    return {
      ...details,
      personId: people.get((details.email ?? '').toLowerCase())?.id ?? null,
      filledInAt: details.name === '' ? null : dateOf(this.clock()),
    };
  }
}

const changedMeanwhile = () =>
  conflict(
    'changed-meanwhile',
    'Somebody else has changed this booking just now. Open it again, and add the delegates if they are still missing.',
  );

/** Who of them gets a place that is there already, and who needs a new one. */
function share({ delegates }: BookingDetails, wanted: readonly NewDelegate[]) {
  const unnamed = delegates.filter(
    ({ delegate }) => delegate.status === 'draft' && delegate.name === '' && delegate.invitedAt === null,
  );
  const into: { row: DelegateRow; details: DelegateDetails }[] = [];
  const more: NewDelegate[] = [];
  for (const one of wanted) {
    const at = unnamed.findIndex(
      ({ ticket }) => one.ticketTypeId === null || ticket?.ticketType.id === one.ticketTypeId,
    );
    const found = one.details.name === '' || at === -1 ? undefined : unnamed.splice(at, 1)[0];
    if (found === undefined) more.push(one);
    else into.push({ row: found.delegate, details: one.details });
  }
  return { into, more };
}
