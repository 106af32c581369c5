import { accepted, checkOptionalWhole, checkWhole, readTime } from '#checks';
import { allValues, dateNames, dayBoxes, readDay, textIn, type SubmittedValues } from '#ui';
import { dayOf, whichOf } from '../../travel/domain/clock.js';
import { numberRules, type StopInput } from '../domain/check-item.js';
import type { Stop } from '../domain/item.js';
import type { PlannedItem } from '../item-of.js';
import type { WantedItem } from '../keep-items.js';

/** The controls of a place. */
export const stopNames = (name: 'stop' | 'to') =>
  ['name', 'address', 'lat', 'lon'].map((part) => `${name}.${part}`);

/** The controls of an item, in the order of the page. */
export const itemNames: readonly string[] = [
  'kind',
  'title',
  ...dateNames('starts'),
  'starts.time',
  'starts.which',
  'ends.time',
  'ends.which',
  'starts.zone',
  'ends.zone',
  'groupIds',
  'hostId',
  ...stopNames('stop'),
  ...stopNames('to'),
  'travelMinutes',
  'capacity',
  'bufferMinutes',
  'language',
  'needsInterpreter',
  'interpreterIds',
  'description',
  'notes',
];

/** @param interpreterIds those who are booked for it */
export function fillItem(item: PlannedItem, interpreterIds: readonly string[]): SubmittedValues {
  const starts = { at: item.start, zone: item.zone };
  const ends = { at: item.end, zone: item.endZone };
  const time = ({ at, zone }: typeof starts) =>
    at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    kind: item.kind,
    title: item.title,
    ...dayBoxes('starts', dayOf(starts)),
    'starts.time': time(starts),
    'starts.zone': item.zone,
    'starts.which': whichOf(starts),
    'ends.time': time(ends),
    'ends.zone': item.endZone,
    'ends.which': whichOf(ends),
    groupIds: item.groupIds,
    hostId: item.hostId ?? '',
    ...fillStop('stop', item.stop),
    ...fillStop('to', item.to),
    travelMinutes: item.travelMinutes === null ? '' : String(item.travelMinutes),
    capacity: item.capacity === null ? '' : String(item.capacity),
    bufferMinutes: item.bufferMinutes === 0 ? '' : String(item.bufferMinutes),
    language: item.language ?? '',
    needsInterpreter: item.needsInterpreter ? 'yes' : '',
    interpreterIds,
    description: item.description,
    notes: item.notes,
  };
}

const fillStop = (name: 'stop' | 'to', stop: Stop | null): SubmittedValues => ({
  [`${name}.name`]: stop?.name ?? '',
  [`${name}.address`]: stop?.address ?? '',
  [`${name}.lat`]: String(stop?.point?.lat ?? ''),
  [`${name}.lon`]: String(stop?.point?.lon ?? ''),
});

const readStop = (values: SubmittedValues, name: 'stop' | 'to'): StopInput => ({
  name: textIn(values, `${name}.name`),
  address: textIn(values, `${name}.address`),
  lat: textIn(values, `${name}.lat`),
  lon: textIn(values, `${name}.lon`),
});

export const readItem = (values: SubmittedValues): WantedItem => ({
  item: {
    kind: textIn(values, 'kind'),
    title: textIn(values, 'title'),
    starts: {
      day: readDay(values, 'starts', 'the day'),
      time: readTime(textIn(values, 'starts.time'), 'starts.time'),
      zone: textIn(values, 'starts.zone'),
      which: textIn(values, 'starts.which'),
    },
    ends: {
      time: readTime(textIn(values, 'ends.time'), 'ends.time'),
      zone: textIn(values, 'ends.zone'),
      which: textIn(values, 'ends.which'),
    },
    stop: readStop(values, 'stop'),
    to: readStop(values, 'to'),
    hostId: textIn(values, 'hostId') || null,
    capacity: checkOptionalWhole(textIn(values, 'capacity'), 'capacity', numberRules.capacity),
    groupIds: allValues(values, 'groupIds'),
    language: textIn(values, 'language'),
    needsInterpreter: textIn(values, 'needsInterpreter') === 'yes',
    bufferMinutes:
      textIn(values, 'bufferMinutes').trim() === ''
        ? accepted(0)
        : checkWhole(textIn(values, 'bufferMinutes'), 'bufferMinutes', numberRules.bufferMinutes),
    travelMinutes: checkOptionalWhole(
      textIn(values, 'travelMinutes'),
      'travelMinutes',
      numberRules.travelMinutes,
    ),
    description: textIn(values, 'description'),
    notes: textIn(values, 'notes'),
  },
  interpreterIds: allValues(values, 'interpreterIds'),
});
