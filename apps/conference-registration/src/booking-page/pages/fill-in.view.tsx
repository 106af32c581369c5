import { Button, ButtonGroup, momentInWords, plural, TaskList, WarningText, type Task } from '#ui';
import { isRequiredSomewhere, paymentTask } from './task-words.js';
import type { DoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { DoubleBookingsPart } from '../../double-bookings/pages/double-bookings-part.js';
import { delegateListPath, delegatePath, newDelegatePath } from '../../delegates/addresses.js';
import { costOfBooking, placesOf, type BookedDelegate } from '../booking-details.js';
import type { OpenBooking } from '../booking-frame.js';
import {
  areQuestionsAnswered,
  bookingQuestions,
  missingOfDelegate,
  nameOf,
  stillMissing,
} from '../still-missing.js';
import { totalInWords } from './cost.js';

/** From how many delegates on it is said how far they have got. */
const many = 11;

const done = { text: 'Completed' } as const;
const toDo = { tag: { text: 'To do', colour: 'blue' } } as const;
const cannotStart = { text: 'Not yet', classes: 'govuk-task-list__status--cannot-start-yet' } as const;

interface FillInViewProps {
  readonly open: OpenBooking;
  readonly doubleBookings: DoubleBookings;
}

/** A booking that is being filled in: what there is to do, and how far each thing has got. */
export function FillInView({ open, doubleBookings }: FillInViewProps) {
  const { booking, catalogue, delegates, path, key, standing } = open;
  const missing = stillMissing(open);
  const isOver = standing === 'out-of-time';
  return (
    <>
      <span class="govuk-caption-l">{catalogue.conference.title}</span>
      <h1 class="govuk-heading-xl">Your booking</h1>
      {isOver && <TakeAgain path={path} />}
      <p class="govuk-body">
        {booking.bookedFor === 'organisation' ? `For ${booking.organisationName}. ` : ''}
        Reference <strong>{booking.reference}</strong>. What you save stays here: you can leave this page and
        come back{booking.secretHash === null ? ' from “Your bookings”' : ' with the link in our mail'}.
      </p>
      <h2 class="govuk-heading-m">{plural(delegates.length, 'delegate')}</h2>
      {delegates.length >= many && <HowFar open={open} />}
      <TaskList idPrefix="delegates" items={delegates.map((delegate) => delegateTask(open, delegate))} />
      <DoubleBookingsPart
        delegates={delegates.map(({ delegate }) => delegate)}
        doubleBookings={doubleBookings}
      />
      {!isOver && (
        <p class="govuk-body">
          <a class="govuk-link" href={delegateListPath(key)}>
            Name several from a list
          </a>
          {' or '}
          <a class="govuk-link" href={newDelegatePath(key)}>
            add one more delegate
          </a>
          .
        </p>
      )}
      <h2 class="govuk-heading-m" id="the-booking">
        The booking
      </h2>
      <TaskList
        idPrefix="booking"
        items={[
          aboutTask(open),
          paymentTask(open),
          {
            title: 'Check your answers and confirm',
            status: missing.length > 0 || isOver ? cannotStart : toDo,
            ...(missing.length === 0 && !isOver && { href: `${path}/check` }),
          },
        ]}
      />
      <p class="govuk-body">
        <strong>{totalInWords(costOfBooking(open))}</strong>
      </p>
      <p class="govuk-body">
        <a class="govuk-link cn-link--danger" href={`${path}/give-up`}>
          Give this booking up
        </a>
      </p>
    </>
  );
}

/** Where there are too many delegates to see at once: how many are done, and ways past them. */
function HowFar({ open }: { readonly open: OpenBooking }) {
  const left = open.delegates.filter((each) => missingOfDelegate(open, each).length > 0);
  const [next] = left;
  return (
    <p class="govuk-body">
      {open.delegates.length - left.length} of {open.delegates.length} are completed.{' '}
      {next !== undefined && (
        <>
          <a class="govuk-link" href={delegatePath(open.key, next.delegate.number)}>
            Go on with {nameOf(next)}
          </a>
          , or{' '}
        </>
      )}
      <a class="govuk-link" href="#the-booking">
        {next === undefined ? 'Go' : 'go'} to the rest of the booking
      </a>
      .
    </p>
  );
}

function TakeAgain({ path }: { readonly path: string }) {
  return (
    <>
      <WarningText>
        The time has run out, so the places are free for others again. What you filled in is kept.
      </WarningText>
      <form method="post" action={`${path}/resume`}>
        <ButtonGroup>
          <Button preventDoubleClick>Take the places again</Button>
        </ButtonGroup>
      </form>
    </>
  );
}

function delegateTask(open: OpenBooking, booked: BookedDelegate): Task {
  const { delegate } = booked;
  const isComplete = missingOfDelegate(open, booked).length === 0;
  const has = placesOf(booked).map(({ ticketType }) => ticketType.name);
  const isWaitedFor = delegate.invitedAt !== null && delegate.filledInAt === null;
  const invited =
    isWaitedFor && delegate.invitedAt !== null
      ? `asked on ${momentInWords(delegate.invitedAt)} to fill in their own part`
      : null;
  return {
    title: nameOf(booked),
    hint: [has.length === 0 ? 'No ticket' : has.join(', '), invited].filter(Boolean).join('; '),
    href: delegatePath(open.key, delegate.number),
    status: isComplete ? done : isWaitedFor ? { tag: { text: 'Waiting', colour: 'yellow' } } : toDo,
  };
}

function aboutTask(open: OpenBooking): Task {
  const { questions } = bookingQuestions(open);
  const isTouched = open.answers.size > 0 || open.booking.bookerPhone !== null;
  return {
    title: 'About the booking',
    hint: questions.length === 0 ? 'How to reach you' : 'How to reach you, and some questions',
    href: `${open.path}/questions`,
    status: !areQuestionsAnswered(open)
      ? toDo
      : isTouched || isRequiredSomewhere(questions)
        ? done
        : { text: 'Optional' },
  };
}
