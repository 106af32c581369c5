import { CarryOutRetention } from './carry-out-retention.js';
import { PrivacyPage } from './pages/privacy.page.js';
import { RetentionPage } from './pages/retention.page.js';
import { RetentionTimer } from './retention-timer.js';

export const retentionPages = [PrivacyPage, RetentionPage];

export const retentionProviders = [CarryOutRetention, RetentionTimer];
