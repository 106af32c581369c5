import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { renderEntries, type CalendarMethod } from '#icalendar';
import type { WantedMail } from '#messaging';
import { whenInWords } from '#ui';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import type { StandSettings } from '../settings.js';
import { whenOf, whereOf } from '../team/exhibition-words.js';
import { TeamLinks } from '../team/team-links.js';
import type { TeamMemberRow } from '../team/team-member.entity.js';
import { SETTINGS } from '../tokens.js';
import { hasIt, type Current } from './domain/rota-diff.js';
import { contactInWords, shiftEntry } from './shift-entry.js';
import type { ToldPerson } from './domain/told-person.js';
import { whereInWords } from './domain/words.js';
import { shiftsEmail, type ShiftInMail } from './emails/shifts.email.js';
import { shiftsGoneEmail } from './emails/shifts-gone.email.js';
import type { Telling } from './telling.js';

/** The mail's product, as iCalendar objects name it. */
export const product = 'Exhibition stands';

interface Around {
  readonly exhibition: Exhibition;
  readonly members: ReadonlyMap<string, Pick<TeamMemberRow, 'name'>>;
  /** All of the exhibition, as they are now. */
  readonly current: readonly Current[];
  readonly telling: Telling;
}

type Mailed = Pick<TeamMemberRow, 'id' | 'linkNumber' | 'personId' | 'name' | 'email' | 'status'>;

/** Words the mails that tell people of their shifts, with an entry for their calendar for each. */
@Injectable()
export class ShiftMails {
  constructor(
    private readonly links: TeamLinks,
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL' | 'UID_DOMAIN'>,
  ) {}

  /**
   * One mail with all that is different; a second one where shifts have to be put into their calendar and others taken out,
   * as one mail asks a calendar for one thing only (RFC 5546 §1.4). None for whoever has no address.
   */
  to(member: Mailed, told: ToldPerson, around: Around): readonly WantedMail[] {
    const { email } = member;
    if (email === null) return [];
    const isStill = told.assigned.length + told.changed.length > 0;
    const kept = isStill ? [...told.assigned, ...told.changed.map(({ after }) => after)] : [];
    const mails = [
      ...(isStill ? [this.shifts(member, told, kept, around)] : []),
      ...(told.unassigned.length > 0 ? [this.gone(member, told.unassigned, isStill, around)] : []),
    ];
    return mails.map(({ what, content }) => ({
      mailId: uuidv5(`${what} ${around.telling.occasion}`, member.id),
      reader: { personId: member.personId, to: { name: member.name, address: email } },
      // Their own link is for nobody else, so that the mail is not kept for staff to read.
      kind: 'stand-links',
      content,
      correlationId: around.telling.correlationId,
    }));
  }

  private shifts(member: Mailed, told: ToldPerson, kept: readonly Current[], around: Around) {
    const inMail = (one: Current): ShiftInMail => ({
      when: this.whenOf(one, around),
      label: one.terms.label,
      isLead: one.terms.isLead,
      where: whereInWords(one.terms),
      withWhom: withWhom(one, around),
    });
    const all = around.current.filter((one) => hasIt(one) && one.memberId === member.id);
    const content = shiftsEmail({
      ...this.about(member, around),
      isFirst:
        told.changed.length === 0 && told.unassigned.length === 0 && told.assigned.length === all.length,
      added: told.assigned.map(inMail),
      changed: told.changed.map(({ before, after }) => ({
        before: this.whenOf(before, around),
        after: inMail(after),
      })),
      gone: told.unassigned.map((one) => this.whenOf(one, around)),
    });
    return {
      what: 'shifts',
      content: { ...content, calendar: this.calendar(member, kept, around) },
    };
  }

  private gone(member: Mailed, gone: readonly Current[], isMoreToCome: boolean, around: Around) {
    const content = shiftsGoneEmail({
      ...this.about(member, around),
      gone: gone.map((one) => this.whenOf(one, around)),
      isMoreToCome,
    });
    return { what: 'gone', content: { ...content, calendar: this.calendar(member, gone, around, true) } };
  }

  private about(member: Mailed, { exhibition }: Around) {
    const { PUBLIC_URL: siteUrl } = this.settings;
    return {
      exhibition: { title: exhibition.title, when: whenOf(exhibition), where: whereOf(exhibition) },
      name: member.name,
      contacts: exhibition.contacts.map(contactInWords),
      ownUrl: this.ownUrl(member),
      siteUrl,
    };
  }

  private calendar(member: Mailed, shifts: readonly Current[], around: Around, areGone = false) {
    const method = methodFor(shifts.length, areGone);
    const entries = shifts.map((one) =>
      shiftEntry(
        one,
        {
          exhibition: around.exhibition,
          withWhom: withWhom(one, around),
          toldAt: around.telling.now,
          uidDomain: this.settings.UID_DOMAIN,
          url: this.ownUrl(member),
        },
        areGone,
      ),
    );
    return { method, content: renderEntries(product, method, entries) };
  }

  /** Whoever has left the team has no page of their own any more. */
  private ownUrl(member: Mailed): string {
    const { PUBLIC_URL } = this.settings;
    return member.status === 'left' ? `${PUBLIC_URL}/stands` : PUBLIC_URL + this.links.pathFor(member);
  }

  private whenOf({ terms: { start, end } }: Current, { exhibition: { zone } }: Around): string {
    return whenInWords({ type: 'timed', start, end, zone });
  }
}

/**
 * How a mail's entries are put to a calendar. REQUEST and CANCEL may hold one UID only (RFC 5546 §3.2.2, §3.2.5), and a program
 * that goes by that does nothing about the others. PUBLISH may hold several (§3.2.1), with a STATUS:CANCELLED for what is so no
 * longer; a calendar that has them from an earlier mail keeps the higher SEQUENCE (§2.1.5), whichever way that came.
 */
export function methodFor(shifts: number, areGone: boolean): CalendarMethod {
  if (shifts > 1) return 'PUBLISH';
  return areGone ? 'CANCEL' : 'REQUEST';
}

/** Names of the others in the same shift, in their order. */
function withWhom({ shiftId, memberId }: Current, { current, members }: Around): readonly string[] {
  return current
    .filter((one) => one.shiftId === shiftId && one.memberId !== memberId && hasIt(one))
    .map((one) => members.get(one.memberId)?.name ?? '')
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b, 'en-GB'));
}
