import { OrganisationsController } from './api/organisations.controller.js';
import { PageOrganisations } from './api/page-organisations.js';
import { ChangeCategory } from './change-category.js';
import { ChangeStatus } from './change-status.js';
import { CreateOrganisation } from './create-organisation.js';
import { EditOrganisation } from './edit-organisation.js';
import { ListMembers } from './list-members.js';
import { managingPages, managingProviders } from './managing/managing.js';
import { MembershipsRepository } from './memberships.repository.js';
import { numbersPages, numbersProviders } from './numbers/numbers.js';
import { OrganisationMessages } from './organisation-messages.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { MembersByCategoryPage } from './pages/members-by-category.page.js';
import { SitemapController } from './sitemap.controller.js';
import { WriteOrganisation } from './write-organisation.js';

/** What shows organisations, to everybody, to staff and to programs. */
export const organisationPages = [
  MembersByCategoryPage,
  SitemapController,
  ...managingPages,
  ...numbersPages,
  OrganisationsController,
];

/** What reads and changes organisations, for the pages, imports and the API. */
export const organisationProviders = [
  OrganisationsRepository,
  MembershipsRepository,
  OrganisationMessages,
  WriteOrganisation,
  CreateOrganisation,
  EditOrganisation,
  ChangeCategory,
  ChangeStatus,
  ListMembers,
  ...managingProviders,
  ...numbersProviders,
  PageOrganisations,
];
