import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { renderEntries } from '#icalendar';
import { AskForMail } from '#messaging';
import { instantOf } from '#platform';
import { standsPath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { product } from '../../published/shift-mails.js';
import type { StandSettings } from '../../settings.js';
import { whereOf } from '../../team/exhibition-words.js';
import { CLOCK, SETTINGS, type Clock } from '../../tokens.js';
import { invitationPath } from '../addresses.js';
import { guestEmail, type GuestMailOccasion } from '../emails/stand-event.email.js';
import { whenOfEvent } from '../in-words.js';
import type { StandEventRow } from '../stand-event.entity.js';
import { EventGuestRow } from './event-guest.entity.js';
import { guestEntry } from './guest-entry.js';
import { GuestLinks } from './guest-links.js';

/** Writes to guests with the link to their own page, and keeps the event in their calendars in step. */
@Injectable()
export class TellGuests {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: GuestLinks,
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL' | 'UID_DOMAIN'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Invites when an event is published; tells those who have not said no when it is at another time, or called off. */
  async changed(
    manager: EntityManager,
    exhibition: Exhibition,
    { before, after }: { readonly before: StandEventRow; readonly after: StandEventRow },
    correlationId: string,
  ): Promise<void> {
    const occasion = occasionOf(before, after);
    if (occasion === null) return;
    const guests = await manager.findBy(EventGuestRow, {
      standEventId: after.id,
      status: In(['invited', 'coming']),
    });
    await this.write(manager, { exhibition, event: after, guests, occasion, correlationId });
  }

  /** Whoever has no address gets none. */
  async write(
    manager: EntityManager,
    {
      exhibition,
      event,
      guests,
      occasion,
      correlationId,
    }: {
      readonly exhibition: Exhibition;
      readonly event: StandEventRow;
      readonly guests: readonly EventGuestRow[];
      readonly occasion: GuestMailOccasion;
      readonly correlationId: string;
    },
  ): Promise<void> {
    const { PUBLIC_URL: siteUrl, UID_DOMAIN: uidDomain } = this.settings;
    const toldAt = this.clock();
    const method = methodOf[occasion];
    const isRemoved = occasion === 'removed';
    const about = {
      title: event.title,
      when: whenOfEvent(event, exhibition.zone),
      where: whereOf(exhibition),
      host: event.hostName,
      summary: event.summary,
      statusReason: event.statusReason,
    };
    await this.askForMail.all(
      manager,
      guests.flatMap(({ id, name, email, status }) => {
        if (email === null) return [];
        // Whoever is off the list has no page of their own any more.
        const ownUrl = siteUrl + (isRemoved ? standsPath : invitationPath(this.links.secretFor(id)));
        const isComing = status === 'coming';
        const mail = guestEmail({ event: about, occasion, name, isComing, ownUrl, siteUrl });
        const entry = guestEntry(event, { exhibition, toldAt, uidDomain, url: ownUrl, isRemoved });
        const calendar = method && { method, content: renderEntries(product, method, [entry]) };
        return [
          {
            mailId: uuidv7(),
            reader: { personId: null, to: { name, address: email } },
            kind: 'stand-links' as const,
            content: { ...mail, calendar },
            ...(method !== 'CANCEL' && { neededBy: instantOf(event.startsAt) }),
            correlationId,
          },
        ];
      }),
    );
  }
}

/** What a guest’s calendar is to do: have the event as it is now, or not at all. A reminder tells it nothing new. */
const methodOf: Readonly<Record<GuestMailOccasion, 'REQUEST' | 'CANCEL' | null>> = {
  invited: 'REQUEST',
  confirmed: 'REQUEST',
  changed: 'REQUEST',
  reminder: null,
  cancelled: 'CANCEL',
  removed: 'CANCEL',
};

function occasionOf(before: StandEventRow, after: StandEventRow): GuestMailOccasion | null {
  if (after.status === 'draft') return null;
  if (before.status === 'draft') return 'invited';
  if (after.status === 'cancelled') return before.status === 'cancelled' ? null : 'cancelled';
  const isMoved =
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime();
  return isMoved ? 'changed' : null;
}
