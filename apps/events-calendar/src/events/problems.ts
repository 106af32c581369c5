import { conflict, notFound, Problem } from '#platform';

/** 404 for an event that is not there, or that the person may not know of: the two look the same. */
export const noSuchEvent = (): Problem =>
  notFound('There is no event at this address. It may have been a draft that was deleted.');

/** 409: the event was changed since the person opened it; what they wrote is theirs to keep. */
export const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this event after you opened it. Compare their change with yours, then save again.',
  );

/** 403: the event shows something of another service, a conference, say, and is changed there. */
export const comesFromElsewhere = (from: {
  readonly code: string;
  readonly service: string;
  readonly thing: string;
}): Problem =>
  new Problem({
    status: 403,
    code: from.code,
    title: 'You cannot change this here',
    detail: `This event comes from ${from.service} and says what the ${from.thing} says. Change the ${from.thing}; the calendar follows within seconds.`,
  });
