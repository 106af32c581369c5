import { Problem } from '#platform';

/** Large enough for 10,000 events with long descriptions, small enough to hold in memory; in bytes. */
export const maxUploadBytes = 10 * 1024 * 1024;

/** 413: a file is larger than {@link maxUploadBytes}. */
export const tooLarge = (): Problem =>
  new Problem({
    status: 413,
    code: 'too-large',
    title: 'That file is too large',
    detail: 'The file is larger than 10 MB. Nothing was saved. Split it, or leave out what is over.',
  });
