/** Whether an act makes something that was not there before, so that what it says is what the thing is. */
export const makesSomething = (act: string): boolean =>
  /^(added|gave|made|set the limit|conference-created|conference-copied)\b/.test(act);

/** What can be done with a conference itself, as its history heads it. */
export const conferenceActWords: Readonly<Record<string, string>> = {
  'conference-created': 'Draft written',
  'conference-copied': 'Copied from an earlier conference',
  'conference-changed': 'Details changed',
  'conference-open': 'Opened',
  'conference-paused': 'Booking paused',
  'conference-resumed': 'Booking taken up again',
  'conference-closed': 'Booking closed',
  'conference-cancelled': 'Conference cancelled',
  'all-bookings-cancelled': 'All bookings cancelled',
  'conference-over': 'Over',
  'conference-linked': 'Linked to an event that the calendar had before',
  'conference-contact-erased': 'Contact erased',
};
