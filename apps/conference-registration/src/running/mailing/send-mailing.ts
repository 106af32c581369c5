import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { checkText, problemsOf } from '#checks';
import { AskForMailing, type MailContent } from '#messaging';
import { notedActor } from '#people';
import { conflict, unprocessable, type Actor } from '#platform';
import { ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { whenOf } from '../../confirming/conference-words.js';
import { conferencePath } from '../../catalogue/addresses.js';
import type { ConferenceSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { ConferenceLog } from '../log/conference-log.js';
import { conferenceMail } from './emails/conference-mail.email.js';
import { FindReaders } from './find-readers.js';
import type { Selection } from './selection.js';

/** What is written, as it was typed. */
export interface Written {
  readonly subject: string;
  readonly text: string;
}

const longestSubject = 150;
const longestText = 10_000;

/** Writes to some of those who come to a conference. */
@Injectable()
export class SendMailing {
  constructor(
    private readonly catalogues: ReadCatalogue,
    private readonly readers: FindReaders,
    private readonly askForMailing: AskForMailing,
    private readonly log: ConferenceLog,
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
  ) {}

  /** The mail as it will be. @throws Problem 404; 422 with every field that needs attention */
  async preview(conferenceId: string, typed: Written, manager?: EntityManager): Promise<MailContent> {
    const { subject, text } = check(typed);
    const { conference } = await this.catalogues.of(conferenceId, manager);
    return conferenceMail({
      conference: { title: conference.title, when: whenOf(conference) },
      subject,
      text,
      conferenceUrl: this.settings.PUBLIC_URL + conferencePath(conference.slug),
      siteUrl: this.settings.PUBLIC_URL,
    });
  }

  /**
   * Within a transaction that has locked nothing; what makes sure that it is sent once is the caller's.
   *
   * @param expected how many readers there were when it was looked at
   * @returns the mailing's id
   * @throws Problem 404; 409 `readers-changed`; 422
   */
  async run(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    selection: Selection,
    typed: Written,
    expected: number,
  ): Promise<string> {
    const content = await this.preview(conferenceId, typed, manager);
    const who = await notedActor(manager, actor);
    const { readers } = await this.readers.of(conferenceId, selection, manager);
    if (readers.length !== expected) {
      throw conflict(
        'readers-changed',
        `There are ${readers.length} readers now, not ${expected} as you saw, so nothing is sent. Look at it again.`,
      );
    }
    const mailingId = uuidv7();
    const { conference } = await this.catalogues.of(conferenceId, manager);
    await this.askForMailing.run(manager, {
      mailingId,
      title: `${conference.title}: ${content.subject}`,
      readers,
      kind: 'conference-news',
      content,
      correlationId: actor.requestId,
    });
    await this.log.record(manager, {
      id: mailingId,
      conferenceId,
      act: 'mail-sent',
      details: { subject: content.subject, readers: readers.length, to: selection.to },
      actor: who,
    });
    return mailingId;
  }
}

function check(typed: Written): Written {
  const subject = checkText(typed.subject, 'subject', {
    longest: longestSubject,
    missing: { code: 'missing', message: 'Write what the mail is about.' },
  });
  const text = checkText(typed.text, 'text', {
    longest: longestText,
    manyLines: true,
    missing: { code: 'missing', message: 'Write the mail.' },
  });
  if (!subject.ok || !text.ok) throw unprocessable(problemsOf(subject, text));
  return { subject: subject.value, text: text.value };
}
