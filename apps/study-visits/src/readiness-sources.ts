import type { Type } from '@nestjs/common';
import { MoneyReadiness } from './invoicing/money-readiness.js';
import { RoomingReadiness } from './rooms/rooming-readiness.js';
import { TravelReadiness } from './travel/travel-readiness.js';
import type { ReadinessSource } from './readiness/readiness-source.js';

/** What tells how rooms, travel and money stand; each is a provider of its own feature. Until one is here nobody is asked. */
export const readinessSources: readonly Type<ReadinessSource>[] = [
  MoneyReadiness,
  TravelReadiness,
  RoomingReadiness,
];
