import { oneValue, type SubmittedValues } from '#ui';

const dateNames = (name: string) => [`${name}.day`, `${name}.month`, `${name}.year`];

/** What one date of a recurring event may have of its own. */
const ownNames = [
  'title',
  'description',
  'when.type',
  ...dateNames('when.start.date'),
  'when.start.time',
  ...dateNames('when.end.date'),
  'when.end.time',
  ...dateNames('when.first'),
  ...dateNames('when.last'),
  'when.zone',
  'format',
  'place.name',
  'place.address',
  'place.latitude',
  'place.longitude',
  'joining.url',
  'joining.shownTo',
] as const;

/** Every control of the form for an event, in the order of the page. Nothing else that is sent is looked at. */
export const eventFieldNames: readonly string[] = [
  'title',
  'kind',
  'description',
  'tags',
  'series',
  'newSeries',
  ...ownNames.filter((name) => name.startsWith('when.') && name !== 'when.zone'),
  'when.month.month',
  'when.month.year',
  'when.zone',
  'recurrence.repeats',
  'recurrence.interval',
  'recurrence.weekdays',
  'recurrence.ends',
  ...dateNames('recurrence.until'),
  'recurrence.count',
  'format',
  'place.name',
  'place.address',
  'place.latitude',
  'place.longitude',
  'joining.url',
  'joining.shownTo',
  'audience',
  'board',
  'organiser.name',
  'organiser.email',
  'organiser.phone',
];

/** The controls of the form for one date of a recurring event. */
export const occurrenceFieldNames: readonly string[] = ownNames;

/** Only what the form asks for, so that nobody can send more along. */
export function pickFields(values: SubmittedValues, names: readonly string[]): SubmittedValues {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined || !Object.hasOwn(values, name) ? [] : [[name, value]];
    }),
  );
}

/** What was typed in a control; blank where nothing was sent. */
export const textIn = (values: SubmittedValues, name: string): string => oneValue(values, name) ?? '';

/** What was typed in the boxes of a date. */
export const dateIn = (values: SubmittedValues, name: string) => ({
  day: textIn(values, `${name}.day`),
  month: textIn(values, `${name}.month`),
  year: textIn(values, `${name}.year`),
});
