import { Inject, Injectable } from '@nestjs/common';
import { renderEntries } from '#icalendar';
import { product } from '../../published/shift-mails.js';
import type { StandSettings } from '../../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../../tokens.js';
import { invitationPath } from '../addresses.js';
import type { PlannedEvent } from '../read-events.js';
import { guestEntry } from './guest-entry.js';

/** Makes the calendar file that a guest downloads from their own page: the same entry as in their mails. */
@Injectable()
export class GuestCalendar {
  constructor(
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL' | 'UID_DOMAIN'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param secret the guest’s own */
  of({ row, exhibition }: PlannedEvent, secret: string): string {
    const { PUBLIC_URL, UID_DOMAIN: uidDomain } = this.settings;
    const url = PUBLIC_URL + invitationPath(secret);
    return renderEntries(product, null, [
      guestEntry(row, { exhibition, toldAt: this.clock(), uidDomain, url }),
    ]);
  }
}
