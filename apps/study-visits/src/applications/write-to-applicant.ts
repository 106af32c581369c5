import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateOf } from '#platform';
import type { VisitSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { ApplicationLinks } from './application-links.js';
import { ApplicationRow } from './application.entity.js';
import { applicationLinkEmail } from './emails/application-link.email.js';
import { applicationSubmittedEmail } from './emails/application-submitted.email.js';
import { signedUpEmail } from './emails/signed-up.email.js';
import { deadlineInWords, momentOf } from './in-words.js';

/** So many minutes lie between two mails with the same link, whoever asks for it. */
const minutesBetweenLinks = 10;

/** Writes to applicants, each with the link to their own page. Whoever has no address gets no mail. */
@Injectable()
export class WriteToApplicant {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: ApplicationLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether their link was mailed to them a moment ago. */
  wasJustSent({ linkSentAt }: Pick<ApplicationRow, 'linkSentAt'>): boolean {
    if (linkSentAt === null) return false;
    return this.clock().epochMilliseconds - linkSentAt.getTime() < minutesBetweenLinks * 60_000;
  }

  /** Their link, as they asked for it. It says nothing that was typed: anybody may have typed it. */
  async link(
    manager: EntityManager,
    row: ApplicationRow,
    visit: Visit,
    correlationId: string,
  ): Promise<void> {
    const content = applicationLinkEmail({
      visit: wordsOf(visit),
      isSubmitted: row.status === 'submitted',
      url: this.urlOf(row),
      siteUrl: this.settings.PUBLIC_URL,
    });
    await this.send(manager, row, content, correlationId, { isForReader: false });
    await this.noteSent(manager, row);
  }

  /** That their organisation has signed them up, and how they go on. */
  async signedUp(
    manager: EntityManager,
    row: ApplicationRow,
    visit: Visit,
    correlationId: string,
  ): Promise<void> {
    const content = signedUpEmail({
      visit: wordsOf(visit),
      name: row.name,
      by: row.appliedByName ?? 'A colleague of yours',
      organisation: row.organisationName ?? 'your organisation',
      url: this.urlOf(row),
      siteUrl: this.settings.PUBLIC_URL,
    });
    await this.send(manager, row, content, correlationId, { isForReader: true });
    await this.noteSent(manager, row);
  }

  /** That it has reached us, and under which code. @param at when it did */
  async submitted(
    manager: EntityManager,
    row: ApplicationRow,
    visit: Visit,
    {
      at,
      code,
      correlationId,
    }: { readonly at: Temporal.Instant; readonly code: string; readonly correlationId: string },
  ): Promise<void> {
    const content = applicationSubmittedEmail({
      visit: { title: visit.title, decisionOn: visit.decisionOn },
      name: row.name,
      code,
      at: momentOf(dateOf(at)),
      url: this.urlOf(row),
      siteUrl: this.settings.PUBLIC_URL,
    });
    await this.send(manager, row, content, correlationId, { isForReader: true });
  }

  private urlOf(row: ApplicationRow): string {
    return this.settings.PUBLIC_URL + this.links.pathFor(row);
  }

  private async noteSent(manager: EntityManager, { id }: ApplicationRow): Promise<void> {
    await manager.update(ApplicationRow, { id }, { linkSentAt: dateOf(this.clock()) });
  }

  private async send(
    manager: EntityManager,
    { personId, name, email }: ApplicationRow,
    content: Parameters<AskForMail['run']>[1]['content'],
    correlationId: string,
    { isForReader }: { readonly isForReader: boolean },
  ): Promise<void> {
    if (email === null) return;
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId, to: { name: isForReader ? name : null, address: email } },
      kind: 'visit-links',
      content,
      correlationId,
    });
  }
}

const wordsOf = ({ title, applicationsCloseAt }: Visit) => ({
  title,
  closes: applicationsCloseAt === null ? null : deadlineInWords(applicationsCloseAt),
});
