import { SecretsController } from './api/secrets.controller.js';
import { EraseDetails } from './erase-details.js';
import { EraseOldDetails } from './erase-details.schedule.js';
import { SensitiveDataPage } from './pages/sensitive-data.page.js';
import { ReadSecrets } from './read-secrets.js';
import { ResealDetails } from './reseal-details.js';
import { ResealOlderDetails } from './reseal-details.schedule.js';
import { SensitiveDetails } from './sensitive-details.js';

export const secretPages = [SensitiveDataPage, SecretsController];

export const secretProviders = [SensitiveDetails, ResealDetails, EraseDetails, ReadSecrets];

export const secretSchedules = [ResealOlderDetails, EraseOldDetails];
