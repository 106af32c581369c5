import { AllocationsRepository } from './allocations.repository.js';
import { AllocationsController } from './api/allocations.controller.js';
import { ChangeAllocations } from './change-allocations.js';
import { AllocationsPage } from './pages/allocations.page.js';
import { EditAllocationPage } from './pages/edit-allocation.page.js';
import { RemoveAllocationPage } from './pages/remove-allocation.page.js';

/** What shows free places to staff, and to programs. */
export const allocationPages = [
  AllocationsPage,
  EditAllocationPage,
  RemoveAllocationPage,
  AllocationsController,
];

export const allocationProviders = [AllocationsRepository, ChangeAllocations];
