import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { v5 as uuidv5 } from 'uuid';
import { hashOfLinkSecret } from '#platform';
import { dateInWords, type RenderedMail } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { SecretLinks } from '../../links/secret-links.js';
import type { WantedMail } from '#messaging';
import type { StandSettings } from '../../settings.js';
import { whenOf } from '../../team/exhibition-words.js';
import { hoursInWords } from '../../team/slot-words.js';
import { SETTINGS } from '../../tokens.js';
import { feedbackPath } from '../addresses.js';
import { lastDayToAnswer } from '../domain/feedback.js';
import { organisationThanksEmail } from '../emails/organisation-thanks.email.js';
import { standThanksEmail } from '../emails/stand-thanks.email.js';
import type { OrganisationToThank, PersonToThank, ThanksWords } from './read-thanks.js';

/** A mail of thanks, and the row that says it was sent. */
interface Thanking {
  readonly exhibition: Exhibition;
  readonly words: Pick<ThanksWords, 'people' | 'organisations'>;
  readonly thanksId: string;
  readonly sentAt: Temporal.Instant;
}

/** Words the thanks. */
@Injectable()
export class ThanksMails {
  constructor(
    private readonly links: SecretLinks,
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL'>,
  ) {}

  /** Of the link with which somebody says how it was. */
  secretOf(thanksId: string): string {
    return this.links.secretOf('feedback', thanksId);
  }

  secretHashOf(thanksId: string): Buffer {
    return hashOfLinkSecret(this.secretOf(thanksId));
  }

  /** What somebody reads. @param thanksId decides the link */
  personContent({ exhibition, words, thanksId, sentAt }: Thanking, to: PersonToThank): RenderedMail {
    const { PUBLIC_URL: siteUrl } = this.settings;
    return standThanksEmail({
      exhibition: { title: exhibition.title, when: whenOf(exhibition) },
      name: to.member.name,
      words: words.people,
      hours: hoursInWords(to.minutes),
      shifts: to.shifts,
      feedbackUrl: siteUrl + feedbackPath(this.secretOf(thanksId)),
      until: dateInWords(lastDayToAnswer(sentAt, exhibition.zone)),
      siteUrl,
    });
  }

  organisationContent({ exhibition, words }: Thanking, to: OrganisationToThank): RenderedMail {
    return organisationThanksEmail({
      exhibition: { title: exhibition.title, when: whenOf(exhibition) },
      name: to.contact?.name ?? '',
      organisation: to.organisation.name,
      words: words.organisations,
      hours: hoursInWords(to.organisation.minutes),
      people: to.organisation.people,
      siteUrl: this.settings.PUBLIC_URL,
    });
  }

  /** None for whoever has no address. */
  toPerson(thanking: Thanking, to: PersonToThank, correlationId: string): readonly WantedMail[] {
    const { personId, name, email } = to.member;
    if (email === null) return [];
    return [
      {
        ...sending(thanking, correlationId),
        reader: { personId, to: { name, address: email } },
        content: this.personContent(thanking, to),
      },
    ];
  }

  /** None where nobody is known who looks after it. */
  toOrganisation(thanking: Thanking, to: OrganisationToThank, correlationId: string): readonly WantedMail[] {
    if (to.contact === null) return [];
    const { personId, name, email } = to.contact;
    return [
      {
        ...sending(thanking, correlationId),
        reader: { personId, to: { name, address: email } },
        content: this.organisationContent(thanking, to),
      },
    ];
  }
}

const sending = ({ thanksId }: Thanking, correlationId: string) => ({
  mailId: uuidv5('stand-thanks', thanksId),
  kind: 'stand-news' as const,
  correlationId,
});
