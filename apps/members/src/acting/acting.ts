import { ActForPage } from './pages/act-for.page.js';
import { StopActingPage } from './pages/stop-acting.page.js';
import { StartActing } from './start-acting.js';
import { StopActing } from './stop-acting.js';

export const actingPages = [ActForPage, StopActingPage];

export const actingProviders = [StartActing, StopActing];
