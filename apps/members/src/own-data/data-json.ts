import type { HeldSection } from '#platform';
import type { HeldData } from './collect-data.js';

/** What is held on a person, for programs: for each service its kinds of data, each a list. */
export function dataJson(data: HeldData, at: string) {
  const services = [
    ['members', data.here] as const,
    ...data.elsewhere.map(({ app, sections }) => [app, sections] as const),
  ];
  return {
    collectedAt: at,
    /** Services that did not answer; what they hold is missing below. */
    missing: services.filter(([, sections]) => sections === null).map(([app]) => app),
    data: Object.fromEntries(
      services.flatMap(([app, sections]) => (sections === null ? [] : [[app, byKey(sections)]])),
    ),
  };
}

const byKey = (sections: readonly HeldSection[]) =>
  Object.fromEntries(sections.map(({ key, rows }) => [key, rows]));
