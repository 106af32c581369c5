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

/** 403: the event is a conference, which is changed where conferences are. */
export const comesFromConference = (): Problem =>
  new Problem({
    status: 403,
    code: 'comes-from-conference',
    title: 'You cannot change this here',
    detail:
      'This event comes from conference registration and says what the conference says. Change the conference; the calendar follows within seconds.',
  });
