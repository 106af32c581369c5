import { FindOrganisations } from './find-organisations.js';
import { ChangeCategoryPage } from './pages/change-category.page.js';
import { ChangeStatusPage } from './pages/change-status.page.js';
import { EditOrganisationPage } from './pages/edit-organisation.page.js';
import { ListOrganisationsPage } from './pages/list-organisations.page.js';
import { ManagePage } from './pages/manage.page.js';
import { NewOrganisationPage } from './pages/new-organisation.page.js';
import { OrganisationPage } from './pages/organisation.page.js';
import { ReadOrganisation } from './read-organisation.js';

/** The pages on which staff keep organisations. */
export const managingPages = [
  ManagePage,
  ListOrganisationsPage,
  NewOrganisationPage,
  OrganisationPage,
  EditOrganisationPage,
  ChangeCategoryPage,
  ChangeStatusPage,
];

/** What those pages are made with. */
export const managingProviders = [FindOrganisations, ReadOrganisation];
