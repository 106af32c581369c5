import { PoolsController } from './api/pools.controller.js';
import { ChangePools } from './change-pools.js';
import { EditPoolPage } from './pages/edit-pool.page.js';
import { PoolsPage } from './pages/pools.page.js';
import { RemovePoolPage } from './pages/remove-pool.page.js';
import { PoolsRepository } from './pools.repository.js';

/** What shows limits to staff, and to programs. */
export const poolPages = [PoolsPage, EditPoolPage, RemovePoolPage, PoolsController];

export const poolProviders = [PoolsRepository, ChangePools];
