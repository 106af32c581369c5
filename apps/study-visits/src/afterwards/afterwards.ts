import { OwnAfterwardsPage } from './own-afterwards.page.js';

export const afterwardsPages = [OwnAfterwardsPage];
