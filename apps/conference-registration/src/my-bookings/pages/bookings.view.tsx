import { Temporal } from 'temporal-polyfill';
import { DateBlock, EmptyState, momentInWords, plural, Tag, WhenText, type TagColour } from '#ui';
import type { BookingStatus } from '../../bookings/domain/booking.js';
import { conferencesPath } from '../../catalogue/addresses.js';
import { conferenceDays } from '../../catalogue/domain/conference-when.js';
import type { OwnVisitCharge } from '../../visits/list-visit-charges.js';
import { VisitCharges } from '../../visits/pages/visit-charges.view.js';
import type { OwnBooking } from '../list-bookings.js';

export interface BookingsViewProps {
  readonly bookings: readonly OwnBooking[];
  /** What is to be paid for study visits. */
  readonly charges: readonly OwnVisitCharge[];
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/** What is to be done first: bookings that are not finished, then what is to come, then what was. */
export function BookingsView({ bookings, charges, today, now }: BookingsViewProps) {
  const isUnfinished = ({ status }: OwnBooking) => status === 'held' || status === 'lapsed';
  const isPast = ({ lastDay, status }: OwnBooking) => lastDay < today.toString() || status === 'cancelled';
  const groups = [
    ['unfinished', 'Not finished yet', bookings.filter((each) => isUnfinished(each) && !isPast(each))],
    ['coming', 'To come', bookings.filter((each) => !isUnfinished(each) && !isPast(each)).toReversed()],
    ['past', 'Past and cancelled', bookings.filter(isPast)],
  ] as const;
  return (
    <>
      <h1 class="govuk-heading-xl">Your bookings</h1>
      {bookings.length === 0 && (
        <EmptyState titleText="You have not booked a conference yet">
          <p class="govuk-body">
            What you book, and what others book for an organisation whose bookings you look after, will be
            here. Begin with{' '}
            <a class="govuk-link" href={conferencesPath}>
              the conferences
            </a>
            .
          </p>
        </EmptyState>
      )}
      {groups.map(
        ([id, heading, listed]) =>
          listed.length > 0 && (
            <section key={id} aria-labelledby={id}>
              <h2 class="govuk-heading-m" id={id}>
                {heading}
              </h2>
              <ul class="cn-events">
                {listed.map((booking) => (
                  <Booking key={booking.reference} booking={booking} today={today} now={now} />
                ))}
              </ul>
            </section>
          ),
      )}
      {charges.length > 0 && <VisitCharges charges={charges} today={today.toString()} />}
    </>
  );
}

interface BookingProps {
  readonly booking: OwnBooking;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

function Booking({ booking, today, now }: BookingProps) {
  const { reference, conferenceTitle, delegates, organisationName, bookedBy } = booking;
  const when = conferenceDays({ ...booking, days: [] });
  const forWhom = organisationName === '' ? '' : ` for ${organisationName}`;
  return (
    <li class="cn-event">
      <DateBlock when={when} impliedYear={today.year} />
      <div>
        <h3 class="cn-event__title">
          <a class="govuk-link" href={`/conference/bookings/${reference}`}>
            {conferenceTitle}
            <span class="govuk-visually-hidden">, booking {reference}</span>
          </a>
        </h3>
        <p class="cn-event__facts">
          <WhenText when={when} impliedYear={today.year} />
          <br />
          {plural(delegates, 'delegate')}
          {forWhom}, <span class="cn-whole">{reference}</span>
          {bookedBy !== null && <>, booked by {bookedBy}</>}
        </p>
        <p class="cn-tags">
          <StatusTag {...booking} />
          {booking.purchaseOrderMissing && <Tag colour="yellow">Purchase order missing</Tag>}
        </p>
        <ToDo booking={booking} now={now} />
      </div>
    </li>
  );
}

const tags: Readonly<Record<BookingStatus, { readonly text: string; readonly colour: TagColour }>> = {
  held: { text: 'Not finished', colour: 'yellow' },
  lapsed: { text: 'Places no longer kept', colour: 'yellow' },
  applied: { text: 'Waiting for an answer', colour: 'yellow' },
  confirmed: { text: 'Confirmed', colour: 'green' },
  cancelled: { text: 'Cancelled', colour: 'red' },
};

function StatusTag({ status, conferenceCancelled }: OwnBooking) {
  if (conferenceCancelled) return <Tag colour="red">Conference cancelled</Tag>;
  const { text, colour } = tags[status];
  return <Tag colour={colour}>{text}</Tag>;
}

function ToDo({ booking, now }: Pick<BookingProps, 'booking' | 'now'>) {
  const { status, heldUntil, zone } = booking;
  if (status === 'lapsed') {
    return <p class="govuk-body">What you filled in is kept. Open it to take the places again.</p>;
  }
  if (status !== 'held' || heldUntil === null || heldUntil.getTime() <= now.epochMilliseconds) return null;
  return <p class="govuk-body">Its places are kept for you until {momentInWords(heldUntil, zone)}.</p>;
}
