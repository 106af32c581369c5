import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { v5 as uuidv5 } from 'uuid';
import type { WantedMail } from '#messaging';
import { addressesOfContacts } from '../exhibitions/addresses-of-contacts.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { shiftInWords } from '../published/pages/shift-words.js';
import type { StandSettings } from '../settings.js';
import { whereOf } from '../team/exhibition-words.js';
import { momentOf } from '../team/moment-of.js';
import type { TeamMemberRow } from '../team/team-member.entity.js';
import { SETTINGS } from '../tokens.js';
import { askPath, coverPath, todayPath } from './addresses.js';
import { CoverLinks } from './cover-links.js';
import { coverAskEmail } from './emails/cover-ask.email.js';
import { coverFilledEmail } from './emails/cover-filled.email.js';
import { droppedOutEmail } from './emails/dropped-out.email.js';

/** A shift as mails tell of it. */
interface ToldShift {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly label: string;
}

type Member = Pick<TeamMemberRow, 'id' | 'linkNumber' | 'personId' | 'name' | 'email'>;

/** Words the mails of the day on the stand. */
@Injectable()
export class DayMails {
  constructor(
    private readonly links: CoverLinks,
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL'>,
  ) {}

  /**
   * One to each contact of the stand that has an address. Why is told to staff alone: contacts may be somebody of the host’s.
   *
   * @param staff their addresses, in lower case
   */
  droppedOut(
    exhibition: Exhibition,
    gone: {
      readonly id: string;
      readonly who: string;
      readonly reason: string;
      readonly shifts: readonly (ToldShift & { readonly shiftId: string })[];
    },
    staff: ReadonlySet<string>,
    correlationId: string,
  ): readonly WantedMail[] {
    const about = {
      exhibition: exhibition.title,
      who: gone.who,
      shifts: gone.shifts.map((shift) => ({
        when: shiftInWords(shift, exhibition.zone),
        coverUrl: this.settings.PUBLIC_URL + coverPath(exhibition.id, shift.shiftId),
      })),
      todayUrl: this.settings.PUBLIC_URL + todayPath(exhibition.id),
      siteUrl: this.settings.PUBLIC_URL,
    };
    return addressesOfContacts(exhibition).map((to) => ({
      mailId: uuidv5(`dropped-out ${to.address}`, gone.id),
      reader: { personId: null, to },
      kind: 'stand-rota',
      content: droppedOutEmail({ ...about, reason: staff.has(to.address) ? gone.reason : '' }),
      correlationId,
    }));
  }

  /** None for whoever has no address; staff call them. */
  ask(
    exhibition: Exhibition,
    shift: ToldShift,
    ask: { readonly id: string; readonly until: Temporal.Instant; readonly isForAll: boolean },
    member: Member,
    correlationId: string,
  ): readonly WantedMail[] {
    const { email } = member;
    if (email === null) return [];
    const content = coverAskEmail({
      exhibition: exhibition.title,
      name: member.name,
      when: shiftInWords(shift, exhibition.zone),
      where: whereOf(exhibition),
      until: momentOf(ask.until, exhibition.zone),
      isForAll: ask.isForAll,
      answerUrl: this.settings.PUBLIC_URL + askPath(this.links.secretFor(ask.id, member)),
      siteUrl: this.settings.PUBLIC_URL,
    });
    return [
      {
        mailId: uuidv5(member.linkNumber === 0 ? 'cover-ask' : `cover-ask ${member.linkNumber}`, ask.id),
        reader: { personId: member.personId, to: { name: member.name, address: email } },
        kind: 'stand-links',
        content,
        neededBy: shift.end,
        correlationId,
      },
    ];
  }

  filled(
    exhibition: Exhibition,
    shift: ToldShift,
    askId: string,
    member: Member,
    correlationId: string,
  ): readonly WantedMail[] {
    const { email } = member;
    if (email === null) return [];
    const content = coverFilledEmail({
      exhibition: exhibition.title,
      name: member.name,
      when: shiftInWords(shift, exhibition.zone),
      siteUrl: this.settings.PUBLIC_URL,
    });
    return [
      {
        mailId: uuidv5('cover-filled', askId),
        reader: { personId: member.personId, to: { name: member.name, address: email } },
        kind: 'stand-links',
        content,
        neededBy: shift.end,
        correlationId,
      },
    ];
  }
}
