import { maxUploadBytes } from '#imports';
import { runPageService } from '#ui';
import { access } from './access.js';
import { createDataSource } from './data-source.js';
import { readVisitSettings } from './settings.js';
import { StudyVisitsModule } from './study-visits.module.js';

await runPageService({
  name: 'study-visits',
  navigation: { section: 'visits', label: 'Visits', href: '/visits' },
  changeChannel: 'study_visits_changed',
  access,
  maxUploadBytes,
  readSettings: readVisitSettings,
  createDataSource,
  module: (parts) => StudyVisitsModule.with(parts),
});
