import { AddLeader } from './add-leader.js';
import { OwnTravelController } from './api/own-travel.controller.js';
import { OrganisationTravellersController } from './api/organisation-travellers.controller.js';
import { TravellersController } from './api/travellers.controller.js';
import { ListOfOrganisation } from './list-of-organisation.js';
import { OpenTraveller } from './open-traveller.js';
import { ChangeTravellerPage } from './pages/change-traveller.page.js';
import { LeaveTravelPage } from './pages/leave-travel.page.js';
import { OrganisationTravellerPage } from './pages/organisation-traveller.page.js';
import { OwnTravelPage } from './pages/own-travel.page.js';
import { TravellerForms } from './pages/traveller-forms.js';
import { TravellersPage } from './pages/travellers.page.js';
import { ReadTravellers } from './read-travellers.js';
import { ReplaceTraveller } from './replace-traveller.js';
import { TellTraveller } from './tell-traveller.js';
import { TravellerLinks } from './traveller-links.js';
import { WithdrawTraveller } from './withdraw-traveller.js';
import { WriteToTraveller } from './write-to-traveller.js';
import { WriteTraveller } from './write-traveller.js';

export const travellerProviders = [
  ReadTravellers,
  TellTraveller,
  TravellerLinks,
  WriteTraveller,
  WriteToTraveller,
  OpenTraveller,
  ListOfOrganisation,
  AddLeader,
  WithdrawTraveller,
  ReplaceTraveller,
  TravellerForms,
];

export const travellerPages = [
  TravellersPage,
  ChangeTravellerPage,
  OwnTravelPage,
  LeaveTravelPage,
  OrganisationTravellerPage,
  TravellersController,
  OrganisationTravellersController,
  OwnTravelController,
];
