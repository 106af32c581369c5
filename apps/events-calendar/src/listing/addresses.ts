import type { Temporal } from 'temporal-polyfill';

/** Where an event's page is; of a recurring event, the page of one occurrence where `original` names it. */
export function eventPath(event: { readonly ref: string; readonly original?: string | null }): string {
  const path = `/calendar/events/${event.ref}`;
  return event.original === null || event.original === undefined
    ? path
    : `${path}?on=${encodeURIComponent(event.original)}`;
}

export const monthPath = (month: Temporal.PlainYearMonth): string => `/calendar/months/${month.toString()}`;

export const yearPath = (year: number): string => `/calendar/archive/${year}`;

/** What is coming up under a tag. */
export const tagPath = (tag: string): string => `/calendar?${new URLSearchParams({ tag }).toString()}`;
