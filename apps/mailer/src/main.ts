import { runPageService } from '#ui';
import { access } from './access.js';
import { createDataSource } from './data-source.js';
import { MailerModule } from './mailer.module.js';
import { readMailerSettings } from './settings.js';

await runPageService({
  name: 'mailer',
  navigation: { section: 'mail', label: 'Mail', href: '/mail' },
  changeChannel: 'mailer_mails',
  access,
  maxUploadBytes: 1024 * 1024,
  readSettings: readMailerSettings,
  createDataSource,
  module: (parts) => MailerModule.with(parts),
});
