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
  // Large enough for 10,000 rows with long descriptions, small enough to hold in memory.
  maxUploadBytes: 10 * 1024 * 1024,
  readSettings: readCalendarSettings,
  createDataSource,
  module: (parts) => EventsCalendarModule.with(parts),
});
