import { LegAnswers } from './api/leg-answers.js';
import { LegsController } from './api/legs.controller.js';
import { ListController } from './api/list.controller.js';
import { TravelLinksController } from './api/travel-links.controller.js';
import { TravelController } from './api/travel.controller.js';
import { KeepLegs } from './keep-legs.js';
import { ListPage } from './list/list.page.js';
import { TakeBookings } from './list/take-bookings.js';
import { DriverLinks } from './manifest/driver-links.js';
import { DriverPage } from './manifest/driver.page.js';
import { ReadManifest } from './manifest/read-manifest.js';
import { SendManifest } from './manifest/send-manifest.js';
import { KeepOwnTravel } from './own/keep-own-travel.js';
import { OwnLegsPage } from './own/own-legs.page.js';
import { StaffOwnPage } from './own/staff-own.page.js';
import { LegFormsPage } from './pages/leg-forms.page.js';
import { LegPage } from './pages/leg.page.js';
import { PlacesPage } from './pages/places.page.js';
import { TellPage } from './pages/tell.page.js';
import { TravelPage } from './pages/travel.page.js';
import { PlaceTravellers } from './place-travellers.js';
import { ReadLegs } from './read-legs.js';
import { ReadTravel } from './read-travel.js';
import { TravelReadiness } from './travel-readiness.js';
import { TellTravel } from './telling/tell-travel.js';

/** The pages of a visit's journey, and the same for programs. */
export const travelPages = [
  TravelPage,
  LegFormsPage,
  PlacesPage,
  TellPage,
  ListPage,
  StaffOwnPage,
  LegPage,
  OwnLegsPage,
  DriverPage,
  LegsController,
  TravelController,
  ListController,
  TravelLinksController,
];

/** What is done with a visit's journey, without its pages. */
export const travelUseCases = [
  ReadLegs,
  KeepLegs,
  PlaceTravellers,
  TakeBookings,
  KeepOwnTravel,
  ReadTravel,
  ReadManifest,
  SendManifest,
  DriverLinks,
  TellTravel,
  TravelReadiness,
];

export const travelProviders = [...travelUseCases, LegAnswers];
