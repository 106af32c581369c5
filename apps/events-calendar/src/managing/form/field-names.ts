import { dateNames } from '#ui';

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
