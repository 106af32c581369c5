import { maxUploadBytes } from '#imports';
import { runPageService } from '#ui';
import { access } from './access.js';
import { createDataSource } from './data-source.js';
import { MembersModule } from './members.module.js';
import { readMembersSettings } from './settings.js';

await runPageService({
  name: 'members',
  navigation: { section: 'members', label: 'Members', href: '/members' },
  changeChannel: 'members_changed',
  access,
  maxUploadBytes,
  readSettings: readMembersSettings,
  createDataSource,
  module: (parts) => MembersModule.with(parts),
});
