import { conflict, notFound, type Problem } from '#platform';

/** 404 for an event that is not there, or that the person may not know of: the two look the same. */
export const noSuchEvent = (): Problem =>
  notFound('There is no event at this address. It may have been a draft that was deleted.');

/** 409: the event was changed since the person opened it; what they wrote is theirs to keep. */
export const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this event after you opened it. Compare their change with yours, then save again.',
  );
