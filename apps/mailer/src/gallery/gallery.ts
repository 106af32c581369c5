import { FindTemplates } from './find-templates.js';
import { ListTemplatesPage } from './pages/list-templates.page.js';
import { ShowTemplatePage } from './pages/show-template.page.js';

/** What staff see of the mails that the services write. */
export const galleryPages = [ListTemplatesPage, ShowTemplatePage];

export const galleryProviders = [FindTemplates];
