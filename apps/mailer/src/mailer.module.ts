import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { messaging } from '#messaging';
import { Site, type PageServiceParts } from '#ui';
import { AssetsController } from './assets/assets.controller.js';
import { FindMails } from './mails/find-mails.js';
import { HeldOnController } from './mails/held-on.controller.js';
import { HeldOn } from './mails/held-on.js';
import { ForgetOldMails } from './mails/forget-old-mails.js';
import { ListMailsPage } from './mails/pages/list-mails.page.js';
import { ShowMailPage } from './mails/pages/show-mail.page.js';
import { OnMailRequested } from './messages/on-mail-requested.js';
import { OnPersonErased } from './messages/on-person-erased.js';
import { MailQueue } from './sending/mail-queue.js';
import { Postman } from './sending/postman.js';
import { Sender } from './sending/sender.js';
import type { MailerSettings } from './settings.js';
import { LOG, SETTINGS } from './tokens.js';

@Module({})
export class MailerModule {
  static with(parts: PageServiceParts<MailerSettings>): DynamicModule {
    const { dataSource, settings, site, log } = parts;
    return {
      module: MailerModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => dataSource.initialize(),
        }),
      ],
      controllers: [ListMailsPage, ShowMailPage, AssetsController, HeldOnController],
      providers: [
        FindMails,
        HeldOn,
        ForgetOldMails,
        MailQueue,
        Postman,
        Sender,
        ...messaging(parts, 'mailer', [OnMailRequested, OnPersonErased]),
        { provide: Site, useValue: site },
        { provide: SETTINGS, useValue: settings },
        { provide: LOG, useValue: log },
      ],
    };
  }
}
