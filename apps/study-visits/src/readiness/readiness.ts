import { OwnReadinessController } from './api/own-readiness.controller.js';
import { ReadinessController } from './api/readiness.controller.js';
import { OrganisationReadinessPage } from './pages/organisation-readiness.page.js';
import { OwnReadinessPage } from './pages/own-readiness.page.js';
import { ReadinessPage } from './pages/readiness.page.js';
import { ReadinessSettingsPage } from './pages/settings.page.js';
import { ToldForms } from './pages/told-forms.js';
import { TravellerReadinessPage } from './pages/traveller-readiness.page.js';
import { ReadOrganisation } from './read-organisation.js';
import { readinessSources } from '../readiness-sources.js';
import { BeginReadiness } from './begin-readiness.js';
import { ChaseTravellers } from './chase-travellers.js';
import { ChaseEachDay } from './chase-travellers.schedule.js';
import { LookAtTold } from './look-at-told.js';
import { ReadMarkChanges } from './read-mark-changes.js';
import { ReadReadiness } from './read-readiness.js';
import { KeepReadinessSettings } from './readiness-settings.js';
import { READINESS_SOURCES, type ReadinessSource } from './readiness-source.js';
import { RemarkPapers } from './remark-papers.js';
import { TellItem } from './tell-item.js';
import { WriteToTravellers } from './write-to-travellers.js';

/** The pages about who is ready, and the same for programs. */
export const readinessPages = [
  ReadinessPage,
  ReadinessSettingsPage,
  TravellerReadinessPage,
  OwnReadinessPage,
  OrganisationReadinessPage,
  ReadinessController,
  OwnReadinessController,
];

export const readinessProviders = [
  ReadOrganisation,
  ToldForms,
  BeginReadiness,
  ChaseTravellers,
  LookAtTold,
  ReadMarkChanges,
  ReadReadiness,
  KeepReadinessSettings,
  RemarkPapers,
  TellItem,
  WriteToTravellers,
  {
    provide: READINESS_SOURCES,
    useFactory: (...sources: ReadinessSource[]) => sources,
    inject: [...readinessSources],
  },
];

export const readinessSchedules = [ChaseEachDay];
