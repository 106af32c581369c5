import { lookQuery, type Look } from './domain/look.js';

export const templatesPath = '/mail/templates';

const path = (app: string, name: string): string =>
  `${templatesPath}/${encodeURIComponent(app)}/${encodeURIComponent(name)}`;

/** A template's page, with its sample shown in some way. */
export const templatePath = (app: string, name: string, look: Partial<Look> = {}): string =>
  path(app, name) + lookQuery(look);

/** The sample's HTML by itself. */
export const sampleHtmlPath = (app: string, name: string, look: Partial<Look>): string =>
  `${path(app, name)}/html${lookQuery(look)}`;
