import { ItineraryController } from './api/itinerary.controller.js';
import { MapsController } from './api/maps.controller.js';
import { OwnDaysController } from './api/own-days.controller.js';
import { PublicationsController } from './api/publications.controller.js';
import { SplitsController } from './api/splits.controller.js';
import { KeepItems } from './keep-items.js';
import { KeepSplits } from './keep-splits.js';
import { OwnFeedController } from './own/feed.controller.js';
import { OwnDaysPage } from './own/own-days.page.js';
import { OwnFeed } from './own/own-feed.js';
import { ReadOwnDays } from './own/read-own-days.js';
import { EditSplitPage } from './pages/edit-split.page.js';
import { GroupsPage } from './pages/groups.page.js';
import { ItemFormsPage } from './pages/item-forms.page.js';
import { ItemPage } from './pages/item.page.js';
import { ItineraryPage } from './pages/itinerary.page.js';
import { MapPage } from './pages/map.page.js';
import { PublishPage } from './pages/publish.page.js';
import { Publications } from './publications.js';
import { PublishItinerary } from './publish-itinerary.js';
import { ReadItinerary } from './read-itinerary.js';
import { ReadNews } from './read-news.js';
import { TellTravellers } from './tell-travellers.js';

/** What is planned for the days of a visit: for staff, and for each traveller. */
export const itineraryPages = [
  ItineraryPage,
  PublishPage,
  MapPage,
  GroupsPage,
  EditSplitPage,
  ItemFormsPage,
  ItemPage,
  OwnDaysPage,
  OwnFeedController,
  ItineraryController,
  PublicationsController,
  SplitsController,
  OwnDaysController,
  MapsController,
];

export const itineraryProviders = [
  ReadItinerary,
  KeepItems,
  KeepSplits,
  Publications,
  PublishItinerary,
  TellTravellers,
  ReadNews,
  ReadOwnDays,
  OwnFeed,
];
