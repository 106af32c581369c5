import { conflict, notFound, unprocessable, type Problem } from '#platform';
import type { Visit } from '../visits/domain/visit.js';
import type { ApplicationStatus } from './domain/application.js';
import type { ApplyWindow } from './domain/apply-window.js';
import { deadlineInWords } from './in-words.js';

export const noSuchApplication = (): Problem => notFound('There is no such application.');

export const noSuchApplicationLink = (): Problem =>
  notFound(
    'This link is not used any more. If you have a newer mail from us, use the link in that one; otherwise begin on the visit’s page: we send you your link again.',
  );

/** 409: it is too early or too late to apply. @param kept what is said of what was written so far */
export function notOpen(
  window: Exclude<ApplyWindow, 'open'>,
  { applicationsOpenAt, applicationsCloseAt, status }: Visit,
  kept = '',
): Problem {
  const more = kept === '' ? '' : ` ${kept}`;
  if (window === 'not-yet' && applicationsOpenAt !== null) {
    return conflict(
      'applications-not-open',
      `Applications open on ${deadlineInWords(applicationsOpenAt)}.${more}`,
    );
  }
  if (window === 'closed' && applicationsCloseAt !== null) {
    return conflict(
      'applications-closed',
      `Applications closed on ${deadlineInWords(applicationsCloseAt)}.${more}`,
    );
  }
  return conflict(
    'applications-not-open',
    status === 'cancelled'
      ? `The visit was called off, so that one cannot apply for it.${more}`
      : `It is not settled yet when one can apply for this visit.${more}`,
  );
}

/** What is said of a draft that came too late or too early. */
export const draftKept =
  'Your draft is kept as it is. If something kept you from sending it in time, write to us.';

/** 409: it is not a draft any more. */
export const notDraft = (status: ApplicationStatus): Problem =>
  status === 'submitted'
    ? conflict(
        'application-submitted',
        'The application has been submitted, so that its answers stay as they are. If something is wrong in it, write to us.',
      )
    : conflict(
        'application-withdrawn',
        'The application has been withdrawn, so that nothing of it can be changed.',
      );

/** 409: somebody else saved the same part meanwhile. */
export const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'This was changed while you were writing. Look at what it says now, then save again.',
  );

/** 422: what one may choose from does not have it. */
export const unknownOrganisation = (): Problem =>
  unprocessable([
    {
      field: 'organisationId',
      code: 'unknown-choice',
      message: 'Choose one of these organisations, or write the name of yours.',
    },
  ]);
