import { Inject, Injectable } from '@nestjs/common';
import { renderEntries } from '#icalendar';
import type { StandSettings } from '../settings.js';
import { TeamLinks } from '../team/team-links.js';
import { SETTINGS } from '../tokens.js';
import { shiftEntry } from './shift-entry.js';
import type { OwnStand } from './read-own-shifts.js';
import { product } from './shift-mails.js';

/** Makes the calendar file with somebody's shifts, the same entries as in the mails. */
@Injectable()
export class OwnCalendar {
  constructor(
    private readonly links: TeamLinks,
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL' | 'UID_DOMAIN'>,
  ) {}

  /** @returns an iCalendar object; `null` without a shift */
  of({ member, exhibition, shifts }: OwnStand): string | null {
    if (shifts.length === 0) return null;
    const url = this.settings.PUBLIC_URL + this.links.pathFor(member);
    const entries = shifts.map(({ assignment, withWhom }) =>
      shiftEntry(assignment, {
        exhibition,
        withWhom,
        toldAt: assignment.toldAt,
        uidDomain: this.settings.UID_DOMAIN,
        url,
      }),
    );
    return renderEntries(product, null, entries);
  }
}
