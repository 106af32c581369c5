import type { Words } from '#checks';
import { dateInWords, timeInWords, zoneInWords } from '#ui';
import { whichOf, type Moment } from './domain/clock.js';
import type { JourneyWarning, OwnWay } from './domain/journey.js';
import {
  durationInWords,
  meetingOf,
  minutesOf,
  type LegDetails,
  type LegKind,
  type LegWay,
} from './domain/leg.js';

export const kindWords: Readonly<Record<LegKind, string>> = {
  flight: 'Flight',
  train: 'Train',
  coach: 'Coach',
  ferry: 'Ferry',
  walk: 'On foot',
  other: 'Something else',
};

export const wayWords: Readonly<Record<LegWay, string>> = {
  there: 'There',
  during: 'During the visit',
  back: 'Home',
};

/** Within a sentence: "has no way home". */
export const ownWayWords: Readonly<Record<OwnWay, string>> = { there: 'there', back: 'home' };

/** "7.40am London time"; in a night that has a time twice, which of the two it is. */
export function clockInWords(moment: Moment): string {
  const time = timeInWords(moment.at.toZonedDateTimeISO(moment.zone).toPlainTime());
  const which = whichOf(moment);
  const said = which === '' ? '' : `, the ${which} ${time} of that night`;
  return `${time} ${zoneInWords(moment.zone)}${said}`;
}

/** "Sunday 11 March 2035, 7.40am London time" */
export const momentWords = (moment: Moment): string =>
  `${dateInWords(moment.at.toZonedDateTimeISO(moment.zone).toPlainDate())}, ${clockInWords(moment)}`;

/** "London Heathrow to Bilbao" */
export const routeWords = ({ fromName, toName }: Pick<LegDetails, 'fromName' | 'toName'>): string =>
  `${fromName} to ${toName}`;

/** "Flight BA 540" */
export const legName = ({ kind, title }: Pick<LegDetails, 'kind' | 'title'>): string =>
  kind === 'other' || title.toLowerCase().startsWith(kindWords[kind].toLowerCase())
    ? title
    : `${kindWords[kind]} ${title}`;

/** What whoever takes a leg has to know of it. */
export function legFacts(leg: LegDetails): Words {
  const meets = meetingOf(leg);
  const meeting = [leg.meetingPoint, meets === null ? null : momentWords(meets)].filter(
    (part) => part !== null,
  );
  return {
    From: leg.fromName,
    Departs: momentWords(leg.departs),
    To: leg.toName,
    Arrives: momentWords(leg.arrives),
    Takes: durationInWords(minutesOf(leg)),
    ...(leg.carrier !== null && { With: leg.carrier }),
    ...(meeting.length > 0 && { Meet: meeting.join(', ') }),
    ...(leg.vehicle !== null && { Vehicle: leg.vehicle }),
    ...(leg.luggage !== null && { Luggage: leg.luggage }),
  };
}

/** How much time it needs before and after. */
export const neededFacts = ({
  changeMinutes,
  borderMinutes,
}: Pick<LegDetails, 'changeMinutes' | 'borderMinutes'>): Words => ({
  ...(changeMinutes > 0 && { 'Be there': `${durationInWords(changeMinutes)} before it departs` }),
  ...(borderMinutes > 0 && { 'Out of it': `${durationInWords(borderMinutes)} after it arrives` }),
});

/** What a leg says, for the visit's history. */
export const legInWords = (leg: LegDetails): Words => ({
  Kind: kindWords[leg.kind],
  'Takes people': wayWords[leg.way],
  Title: leg.title,
  ...legFacts(leg),
  ...neededFacts(leg),
  Seats: leg.seats === null ? '' : String(leg.seats),
  Note: leg.note ?? '',
});

/** "Flight BA 540 and Coach 1 overlap" */
export function warningWords(warning: JourneyWarning<Pick<LegDetails, 'kind' | 'title'>>): string {
  const [first, second] = [legName(warning.first), legName(warning.second)];
  if (warning.kind === 'overlap') return `${first} and ${second} overlap`;
  return `${durationInWords(warning.minutes)} to change from ${first} to ${second}, and ${durationInWords(warning.needed)} are needed`;
}
