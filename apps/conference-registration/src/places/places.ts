import type { Provider } from '@nestjs/common';
import { ExpireHolds } from './expire-holds.schedule.js';
import { LapseHolds } from './lapse-holds.js';
import { LockPlaces } from './lock-places.js';
import { RecountPools } from './recount-pools.js';
import { ReleasePlaces } from './release-places.js';
import { SwapPlaces } from './swap-places.js';
import { TakePlaces } from './take-places.js';

export const placeProviders: Provider[] = [
  LockPlaces,
  TakePlaces,
  ReleasePlaces,
  SwapPlaces,
  LapseHolds,
  RecountPools,
];

export const placeSchedules = [ExpireHolds];
