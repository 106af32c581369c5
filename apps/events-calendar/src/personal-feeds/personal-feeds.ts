import { FindFeedReader } from './find-feed-reader.js';
import { MakeFeed } from './make-feed.js';
import { EndFeedPage } from './pages/end-feed.page.js';
import { MyFeedPage } from './pages/my-feed.page.js';
import { PersonalFeedController } from './personal-feed.controller.js';
import { ReadOwnFeed } from './read-own-feed.js';
import { RemoveFeed } from './remove-feed.js';

/** What people's own feeds answer at. */
export const personalFeedPages = [PersonalFeedController, MyFeedPage, EndFeedPage];

/** What these are made of. */
export const personalFeedProviders = [FindFeedReader, ReadOwnFeed, MakeFeed, RemoveFeed];
