import { ConferencesPage } from './pages/conferences.page.js';

export const cataloguePages = [ConferencesPage];
