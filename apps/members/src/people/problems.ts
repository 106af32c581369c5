import { conflict, notFound, type Problem } from '#platform';

/** 404: nobody has that id, or not any more. */
export const noSuchPerson = (): Problem =>
  notFound('There is nobody at this address. Their record may have been erased.');

/** 409: the record was changed since it was opened. */
export const changedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this record after you opened it. Compare their change with yours, then save again.',
  );
