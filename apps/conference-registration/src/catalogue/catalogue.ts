import { ListConferences } from './list-conferences.js';
import { ConferencePage } from './pages/conference.page.js';
import { ConferencesPage } from './pages/conferences.page.js';
import { ReadCatalogue } from './read-catalogue.js';
import { ReadLeft } from './read-left.js';

export const cataloguePages = [ConferencesPage, ConferencePage];

export const catalogueProviders = [ListConferences, ReadCatalogue, ReadLeft];
