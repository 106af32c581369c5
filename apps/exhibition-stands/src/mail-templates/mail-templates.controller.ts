import { Controller, Get } from '@nestjs/common';
import { mailTemplatesOf, mailTemplatesPath, type MailTemplates } from '#contracts';
import { mailSamples } from './mail-samples.js';

/** Shows the mailer what mails this service writes, for staff to look at. */
@Controller()
export class MailTemplatesController {
  @Get(mailTemplatesPath)
  list(): MailTemplates {
    return mailTemplatesOf(mailSamples);
  }
}
