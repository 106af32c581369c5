import { Inject, Injectable } from '@nestjs/common';
import {
  appNames,
  mailKindOf,
  mailTemplatesPath,
  mailTemplatesSchema,
  typesProducedBy,
  type AppName,
  type MailTemplate,
} from '#contracts';
import { notFound, Problem } from '#platform';
import { completeMail } from '#ui';
import { appInWords } from '../messages-pages/domain/message-words.js';
import { ServiceCalls } from '../services/service-calls.js';
import type { MailerSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** The services that have mails sent. */
export const appsWithMails: readonly AppName[] = appNames.filter((app) =>
  typesProducedBy(app).some((type) => /\.mail(?:ing)?-requested\.v\d+$/.test(type)),
);

/** What a service writes; `null` when it did not answer. */
export interface TemplatesOf {
  readonly app: AppName;
  readonly templates: readonly MailTemplate[] | null;
}

/** The templates of all services' mails, which each service shows with sample data. */
@Injectable()
export class FindTemplates {
  constructor(
    private readonly calls: ServiceCalls,
    @Inject(SETTINGS) private readonly settings: Pick<MailerSettings, 'PUBLIC_URL'>,
  ) {}

  /** Asks side by side: one that does not answer costs the others nothing. */
  all(requestId: string): Promise<TemplatesOf[]> {
    return Promise.all(
      appsWithMails.map(async (app) => {
        const answer = await this.calls.ask(app, mailTemplatesPath, mailTemplatesSchema, { requestId });
        return { app, templates: answer.kind === 'told' ? answer.told.templates : null };
      }),
    );
  }

  /**
   * A template with its sample as it would be sent, with a link to end such mails where its kind has one.
   *
   * @throws Problem 404 when there is none; 503 when its service does not answer
   */
  async read(appName: string, name: string, requestId: string): Promise<MailTemplate> {
    const app = appsWithMails.find((each) => each === appName);
    if (app === undefined) throw unknown();
    const answer = await this.calls.ask(app, mailTemplatesPath, mailTemplatesSchema, { requestId });
    if (answer.kind !== 'told') throw silent(app);
    const found = answer.told.templates.find((template) => template.name === name);
    if (found === undefined) throw unknown();
    const stopUrl =
      mailKindOf(found.kind).isOptional && `${this.settings.PUBLIC_URL}/mail/unsubscribe/sample`;
    return { ...found, mail: { ...found.mail, ...completeMail(found.mail, stopUrl ? { stopUrl } : {}) } };
  }
}

const unknown = () => notFound('There is no such template of mails. Look for it in the list of templates.');

function silent(app: AppName): Problem {
  return new Problem({
    status: 503,
    code: 'part-unavailable',
    title: `No answer comes from ${appInWords(app)}`,
    detail: 'Its templates of mails cannot be shown at the moment. Try again in a minute.',
  });
}
