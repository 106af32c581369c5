import { Module, type DynamicModule } from '@nestjs/common';
import { messageControllers, messaging } from '#messaging';
import { assetsController, pageServiceFrame, type PageServiceParts } from '#ui';
import { FindMails } from './mails/find-mails.js';
import { galleryPages, galleryProviders } from './gallery/gallery.js';
import { HeldOnController } from './mails/held-on.controller.js';
import { HeldOn } from './mails/held-on.js';
import { ForgetOldMails } from './mails/forget-old-mails.js';
import { ListMailsPage } from './mails/pages/list-mails.page.js';
import { SendAgainPage } from './mails/pages/send-again.page.js';
import { ShowMailPage } from './mails/pages/show-mail.page.js';
import { PastMails } from './mails/past-mails.js';
import { SendAgain } from './mails/send-again.js';
import { TakeIn } from './mails/take-in.js';
import { mailingHandlers, mailingPages, mailingProviders, mailingSchedules } from './mailings/mailings.js';
import { OnCalendarMailRequested } from './messages/on-calendar-mail-requested.js';
import { OnConferenceMailRequested } from './messages/on-conference-mail-requested.js';
import { OnStandsMailRequested } from './messages/on-stands-mail-requested.js';
import { OnVisitsMailRequested } from './messages/on-visits-mail-requested.js';
import { OnMailRequested } from './messages/on-mail-requested.js';
import { peopleHandlers, peopleProviders } from './people/people.js';
import { preferencePages, preferenceProviders } from './preferences/preference-pages.js';
import { messagesPages, messagesProviders } from './messages-pages/messages-pages.js';
import { MailQueue } from './sending/mail-queue.js';
import { Postman } from './sending/postman.js';
import { Sender } from './sending/sender.js';
import { ServiceCalls } from './services/service-calls.js';
import type { MailerSettings } from './settings.js';
import { suppressionControllers, suppressionProviders } from './suppression/suppression.js';

const messageHandlers = [
  OnMailRequested,
  OnCalendarMailRequested,
  OnConferenceMailRequested,
  OnStandsMailRequested,
  OnVisitsMailRequested,
  ...mailingHandlers,
  ...peopleHandlers,
];

@Module({})
export class MailerModule {
  static with(parts: PageServiceParts<MailerSettings>): DynamicModule {
    const frame = pageServiceFrame(parts);
    return {
      module: MailerModule,
      global: true,
      imports: frame.imports,
      controllers: [
        ListMailsPage,
        ShowMailPage,
        SendAgainPage,
        ...mailingPages,
        ...galleryPages,
        ...suppressionControllers,
        ...preferencePages,
        ...messagesPages,
        assetsController('/mail/assets'),
        HeldOnController,
        ...messageControllers,
      ],
      providers: [
        ...frame.providers,
        FindMails,
        HeldOn,
        TakeIn,
        PastMails,
        SendAgain,
        MailQueue,
        Postman,
        Sender,
        ...mailingProviders,
        ...galleryProviders,
        ...peopleProviders,
        ...preferenceProviders,
        ...suppressionProviders,
        ServiceCalls,
        ...messagesProviders,
        ...messaging(parts, 'mailer', messageHandlers, [ForgetOldMails, ...mailingSchedules]),
      ],
    };
  }
}
