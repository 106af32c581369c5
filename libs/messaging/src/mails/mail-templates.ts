import { Controller, Get, type Type } from '@nestjs/common';
import { mailTemplatesOf, mailTemplatesPath, type MailSample, type MailTemplates } from '#contracts';
import type { AccessTable } from '#platform';

/** Shows the mailer what mails a service writes, for staff to look at; for the service's controllers. */
export function mailTemplatesController(samples: readonly MailSample[]): Type {
  @Controller()
  class MailTemplatesController {
    @Get(mailTemplatesPath)
    list(): MailTemplates {
      return mailTemplatesOf(samples);
    }
  }
  return MailTemplatesController;
}

/** Where the mailer asks for the templates. */
export const mailTemplatesAccess: AccessTable = { 'GET /internal/mail-templates': 'services' };
