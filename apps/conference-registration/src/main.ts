import { maxUploadBytes } from '#imports';
import { runPageService } from '#ui';
import { access } from './access.js';
import { ConferenceRegistrationModule } from './conference-registration.module.js';
import { createDataSource } from './data-source.js';
import { readConferenceSettings } from './settings.js';

await runPageService({
  name: 'conference-registration',
  navigation: { section: 'conference', label: 'Conferences', href: '/conference' },
  changeChannel: 'conference_registration_changed',
  access,
  maxUploadBytes,
  readSettings: readConferenceSettings,
  createDataSource,
  module: (parts) => ConferenceRegistrationModule.with(parts),
});
