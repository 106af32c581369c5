import type { Temporal } from 'temporal-polyfill';
import { Button, InsetText, momentInWords, WarningText } from '#ui';
import { bookPath } from '../addresses.js';
import { bookingWindow, type ShutReason } from '../domain/booking-window.js';
import type { Conference } from '../domain/conference.js';

export interface BookingCallProps {
  readonly conference: Conference;
  readonly now: Temporal.Instant;
}

/** The way to a booking, or why there is none and what to do; {@link CalledOff} says that of one that is cancelled. */
export function BookingCall({ conference, now }: BookingCallProps) {
  const window = bookingWindow(conference, now);
  const moment = (at: Temporal.Instant) => momentInWords(new Date(at.epochMilliseconds), conference.zone);
  if (!window.isOpen) {
    if (window.why === 'cancelled') return null;
    const opens = window.opensAt === null ? null : moment(window.opensAt);
    return (
      <InsetText>
        {opens === null ? shutWords[window.why] : `Bookings open on ${opens}.`}
        {conference.statusReason !== null && window.why === 'paused' && <> {conference.statusReason}</>}
      </InsetText>
    );
  }
  return (
    <>
      <Button href={bookPath(conference.slug)} isStartButton>
        Book places
      </Button>
      {window.closesAt !== null && <p class="govuk-body">Book by {moment(window.closesAt)}.</p>}
    </>
  );
}

const shutWords: Readonly<Record<Exclude<ShutReason, 'cancelled'>, string>> = {
  draft: 'Only staff can see this conference yet.',
  'not-yet': 'Bookings have not opened yet.',
  paused: 'Bookings are paused for now. If you have booked already, your places are safe.',
  closed: 'Bookings have closed. If you have booked, you find your booking under “Your bookings”.',
  over: 'This conference is over.',
};

/** That there will be no conference, and why. */
export function CalledOff({ conference }: Pick<BookingCallProps, 'conference'>) {
  return (
    <WarningText>
      This conference is cancelled.{conference.statusReason === null ? '' : ` ${conference.statusReason}`}
    </WarningText>
  );
}
