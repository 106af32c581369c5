import { maxUploadBytes } from '#imports';
import { runPageService } from '#ui';
import { access } from './access.js';
import { createDataSource } from './data-source.js';
import { ExhibitionStandsModule } from './exhibition-stands.module.js';
import { readStandSettings } from './settings.js';

await runPageService({
  name: 'exhibition-stands',
  navigation: { section: 'stands', label: 'Stands', href: '/stands' },
  changeChannel: 'exhibition_stands_changed',
  access,
  maxUploadBytes,
  readSettings: readStandSettings,
  createDataSource,
  module: (parts) => ExhibitionStandsModule.with(parts),
});
