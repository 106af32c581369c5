import { maxUploadBytes } from '#imports';
import { runPageService } from '#ui';
import { access } from './access.js';
import { createDataSource } from './data-source.js';
import { EventsCalendarModule } from './events-calendar.module.js';
import { readCalendarSettings } from './settings.js';

await runPageService({
  name: 'events-calendar',
  navigation: { section: 'calendar', label: 'Calendar', href: '/calendar' },
  changeChannel: 'events_calendar_changed',
  access,
  maxUploadBytes,
  readSettings: readCalendarSettings,
  createDataSource,
  module: (parts) => EventsCalendarModule.with(parts),
});
