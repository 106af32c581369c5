import type { Sort } from '#ui';
import type { OrganisationHours, PersonHours } from '../domain/hours.js';

export const personKeys = ['name', 'organisation', 'hours', 'shifts', 'missed'] as const;
export type PersonKey = (typeof personKeys)[number];

export const organisationKeys = ['organisation', 'people', 'hours', 'shifts'] as const;
export type OrganisationKey = (typeof organisationKeys)[number];

type Comparison<Row> = (one: Row, other: Row) => number;

const byText =
  <Row>(text: (row: Row) => string | null): Comparison<Row> =>
  (one, other) =>
    (text(one) ?? '').localeCompare(text(other) ?? '', 'en-GB');

const byNumber =
  <Row>(number: (row: Row) => number): Comparison<Row> =>
  (one, other) =>
    number(one) - number(other);

const ofPeople: Readonly<Record<PersonKey, Comparison<PersonHours>>> = {
  name: byText(({ helper }) => helper.name),
  organisation: byText(({ organisationName }) => organisationName),
  hours: byNumber(({ minutes }) => minutes),
  shifts: byNumber(({ shifts }) => shifts),
  missed: byNumber(({ noShows, dropOuts }) => noShows + dropOuts),
};

const ofOrganisations: Readonly<Record<OrganisationKey, Comparison<OrganisationHours>>> = {
  organisation: byText(({ name }) => name),
  people: byNumber(({ people }) => people),
  hours: byNumber(({ minutes }) => minutes),
  shifts: byNumber(({ shifts }) => shifts),
};

const sorted = <Row>(
  rows: readonly Row[],
  compare: Comparison<Row>,
  { direction }: Pick<Sort, 'direction'>,
): readonly Row[] =>
  rows.toSorted((one, other) => (direction === 'ascending' ? compare(one, other) : compare(other, one)));

export const sortPeople = (rows: readonly PersonHours[], sort: Sort<PersonKey>) =>
  sorted(rows, ofPeople[sort.key], sort);

export const sortOrganisations = (rows: readonly OrganisationHours[], sort: Sort<OrganisationKey>) =>
  sorted(rows, ofOrganisations[sort.key], sort);
