import type { Temporal } from 'temporal-polyfill';

/** What a service's module provides: its settings, as its own `settings.ts` reads them. */
export const SETTINGS = Symbol('settings');

/** The service's log. */
export const LOG = Symbol('log');

/** A {@link Clock}. */
export const CLOCK = Symbol('clock');

/** Says what instant it is now. Given in, so that rules about time can be tested at any time. */
export type Clock = () => Temporal.Instant;
