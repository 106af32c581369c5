import { ListConferences } from './list-conferences.js';
import { ConferencePage } from './pages/conference.page.js';
import { ConferencesPage } from './pages/conferences.page.js';
import { ReadCatalogue } from './read-catalogue.js';
import { ReadLeft } from './read-left.js';
import { SitemapController } from './sitemap.controller.js';

export const cataloguePages = [ConferencesPage, SitemapController, ConferencePage];

export const catalogueProviders = [ListConferences, ReadCatalogue, ReadLeft];
