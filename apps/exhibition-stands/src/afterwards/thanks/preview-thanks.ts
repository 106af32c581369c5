import { Inject, Injectable } from '@nestjs/common';
import { completeMail, type RenderedMail } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import type { ThanksList, ThanksWords } from './read-thanks.js';
import { ThanksMails } from './thanks-mails.js';

/** A mail as one of its readers would have it. */
export interface PreviewedMail {
  /** Whose copy it is. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface PreviewedMails {
  readonly person: PreviewedMail | null;
  readonly organisation: PreviewedMail | null;
}

/** Of no mail, so that the link in a preview leads nowhere. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Words the thanks for staff to look at before they are sent. */
@Injectable()
export class PreviewThanks {
  constructor(
    private readonly mails: ThanksMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As the first of those would have it who get one, or who got one. */
  of({ hours, people, organisations }: ThanksList, words: ThanksWords): PreviewedMails {
    const about = { exhibition: hours.exhibition, words, thanksId: nobody, sentAt: this.clock() };
    const person = people.find(({ why }) => why === null) ?? people.find(({ why }) => why === 'thanked');
    const organisation =
      organisations.find(({ why }) => why === null) ?? organisations.find(({ why }) => why === 'thanked');
    return {
      person:
        person === undefined ? null : shown(person.member.name, this.mails.personContent(about, person)),
      organisation:
        organisation === undefined
          ? null
          : shown(organisation.organisation.name, this.mails.organisationContent(about, organisation)),
    };
  }
}

/** With the link that ends such mails, which is known only when one is sent, left out. */
const shown = (to: string, mail: RenderedMail): PreviewedMail => {
  const { subject, text } = completeMail(mail, {});
  return { to, subject, text };
};
