import { PreferencesPage } from './pages/preferences.page.js';
import { UnsubscribePage } from './pages/unsubscribe.page.js';
import { Preferences } from './preferences.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

export const preferencePages = [PreferencesPage, UnsubscribePage];

/** What knows which mails people want. */
export const preferenceProviders = [Preferences, UnsubscribeLinks];
