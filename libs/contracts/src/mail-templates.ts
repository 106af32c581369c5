import { z } from 'zod';
import { mailKindNames, type MailKindName } from './mail-kinds.js';

/** Where a service that writes mails shows its templates to the mailer. Internal: the shell hands nothing on to it. */
export const mailTemplatesPath = '/internal/mail-templates';

const content = z.object({
  subject: z.string().min(1),
  html: z.string(),
  text: z.string(),
  /** As in a mail that is asked for: without ORGANIZER and ATTENDEE. */
  calendar: z.object({ method: z.enum(['PUBLISH', 'REQUEST', 'CANCEL']), content: z.string() }).nullable(),
});

/** A template of mails, with what it makes of sample data. */
export const mailTemplateSchema = z.object({
  /** Its name in addresses: `sign-in`. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  kind: z.enum(mailKindNames),
  /** As staff know it: "Link to sign in". */
  title: z.string().min(1),
  /** A sentence: "Somebody whom we know asks for a link to sign in." */
  sentWhen: z.string().min(1),
  mail: content,
});

export const mailTemplatesSchema = z.object({ templates: z.array(mailTemplateSchema) });

export type MailTemplate = z.infer<typeof mailTemplateSchema>;
export type MailTemplates = z.infer<typeof mailTemplatesSchema>;

/** What a template makes of sample data: a mail as `renderMail` makes it, with a calendar part or without. */
export type SampleMail = Omit<MailTemplate['mail'], 'calendar'> &
  Partial<Pick<MailTemplate['mail'], 'calendar'>>;

/**
 * Sample data for a template, in `emails/<name>.sample.ts` beside `emails/<name>.email.tsx`. It makes the same mail each time,
 * so it asks for no clock and makes no ids up.
 */
export interface MailSample {
  /** The template's file name without endings; with more than one sample, `<file name>-<what is different>`. */
  readonly name: string;
  readonly kind: MailKindName;
  readonly title: string;
  readonly sentWhen: string;
  make(this: void): SampleMail;
}

/** What a service answers at {@link mailTemplatesPath}. */
export function mailTemplatesOf(samples: readonly MailSample[]): MailTemplates {
  return {
    templates: samples.map(({ name, kind, title, sentWhen, make }) => ({
      name,
      kind,
      title,
      sentWhen,
      mail: { calendar: null, ...make() },
    })),
  };
}
