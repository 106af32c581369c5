import { CarryOutRetention } from './carry-out-retention.js';
import { PrivacyPage } from './pages/privacy.page.js';
import { RetentionPage } from './pages/retention.page.js';
import { DailyRetention } from './daily-retention.js';

export const retentionPages = [PrivacyPage, RetentionPage];

export const retentionProviders = [CarryOutRetention];

export const retentionSchedules = [DailyRetention];
