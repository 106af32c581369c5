import { CollectData } from './collect-data.js';
import { HeldElsewhere } from './held-elsewhere.js';
import { HeldHere } from './held-here.js';
import { MyDataPage } from './pages/my-data.page.js';

export const ownDataPages = [MyDataPage];

export const ownDataProviders = [CollectData, HeldElsewhere, HeldHere];
