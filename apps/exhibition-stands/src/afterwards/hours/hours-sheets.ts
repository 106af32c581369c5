import { sheetOf } from '#sheets';
import type { OrganisationHours, PersonHours } from '../domain/hours.js';

/** Minutes as hours in figures, to a hundredth. */
export const inHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** Hours of people, to take out. */
export const peopleSheet = (title: string, people: readonly PersonHours[]) =>
  sheetOf({
    name: `Hours, ${title}`,
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'hours', title: 'Hours stood', kind: 'number' },
      { key: 'minutes', title: 'Minutes stood', kind: 'number' },
      { key: 'shifts', title: 'Shifts stood', kind: 'number' },
      { key: 'noShows', title: 'Did not come', kind: 'number' },
      { key: 'dropOuts', title: 'Dropped out', kind: 'number' },
    ],
    rows: people.map(({ helper, organisationName, minutes, shifts, noShows, dropOuts }) => ({
      name: helper.name,
      organisation: organisationName,
      hours: inHours(minutes),
      minutes,
      shifts,
      noShows,
      dropOuts,
    })),
  });

/** The same of organisations. */
export const organisationsSheet = (title: string, organisations: readonly OrganisationHours[]) =>
  sheetOf({
    name: `Hours by organisation, ${title}`,
    columns: [
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'people', title: 'People', kind: 'number' },
      { key: 'hours', title: 'Hours stood', kind: 'number' },
      { key: 'minutes', title: 'Minutes stood', kind: 'number' },
      { key: 'shifts', title: 'Shifts stood', kind: 'number' },
    ],
    rows: organisations.map(({ name, people, minutes, shifts }) => ({
      organisation: name,
      people,
      hours: inHours(minutes),
      minutes,
      shifts,
    })),
  });
