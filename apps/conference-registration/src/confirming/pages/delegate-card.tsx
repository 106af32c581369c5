import { Details, plural, SummaryList, type SummaryListRow } from '#ui';
import { placesOf, ticketTypeIdsOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { placePriceInWords } from '../../booking-page/pages/cost.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { delegatePath } from '../../delegates/addresses.js';
import { answerRows } from './answer-rows.js';

interface DelegateProps {
  readonly open: OpenBooking;
  readonly booked: BookedDelegate;
}

/** From how many delegates on each is one line that opens, so that the page stays one that can be looked over. */
const many = 11;

/** Every delegate with all that was filled in, and where to change it. */
export function DelegateCards({ open }: { readonly open: OpenBooking }) {
  const { delegates } = open;
  if (delegates.length < many) {
    return (
      <>
        {delegates.map((booked) => (
          <DelegateCard key={booked.delegate.id} open={open} booked={booked} />
        ))}
      </>
    );
  }
  return (
    <section aria-labelledby="delegates">
      <h2 class="govuk-heading-m" id="delegates">
        {plural(delegates.length, 'delegate')}
      </h2>
      <p class="govuk-body">Open a name to see everything that was filled in.</p>
      <div class="cn-lines">
        {delegates.map((booked) => (
          <DelegateLine key={booked.delegate.id} open={open} booked={booked} />
        ))}
      </div>
    </section>
  );
}

function DelegateCard({ open, booked }: DelegateProps) {
  return (
    <SummaryList
      classes="cn-compact"
      card={{
        title: nameOf(booked),
        classes: 'cn-card',
        actions: { items: [{ href: delegatePath(open.key, booked.delegate.number), text: 'Change' }] },
      }}
      rows={rowsOf(open, booked)}
    />
  );
}

function DelegateLine({ open, booked }: DelegateProps) {
  const name = nameOf(booked);
  return (
    <Details
      summaryText={
        <>
          {name}
          <span class="cn-lines__more">{placesInWords(booked)}</span>
        </>
      }
    >
      <SummaryList classes="cn-compact" rows={rowsOf(open, booked)} />
      <a class="govuk-link" href={delegatePath(open.key, booked.delegate.number)}>
        Change<span class="govuk-visually-hidden"> {name}</span>
      </a>
    </Details>
  );
}

/** "Both days, in person; Civic dinner" */
const placesInWords = (booked: BookedDelegate): string =>
  placesOf(booked)
    .map(({ ticketType }) => ticketType.name)
    .join('; ');

/** What is as it was for everybody is left out: the organisation that stands on every badge, and questions that were passed over. */
function rowsOf(open: OpenBooking, booked: BookedDelegate): SummaryListRow[] {
  const { delegate, answers } = booked;
  const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(booked) } as const;
  const questions = answerRows(open.catalogue.questions, asked, answers, open.path, booked.withheld);
  const answered = questions.filter(({ isAnswered }) => isAnswered);
  const passedOver = questions.length - answered.length;
  const { email, phone, jobTitle, badgeOrganisation } = delegate;
  const isOther = badgeOrganisation !== null && badgeOrganisation !== open.booking.organisationName;
  return [
    ...placesOf(booked).map((place) => ({
      key: place.ticketType.kind === 'ticket' ? 'Ticket' : 'Added',
      value: `${place.ticketType.name}: ${placePriceInWords(place)}`,
    })),
    { key: 'Email address', value: email ?? 'None: they get no mail from us' },
    ...(phone === null ? [] : [{ key: 'Telephone', value: phone }]),
    ...(jobTitle === null ? [] : [{ key: 'Job title or role', value: jobTitle }]),
    ...(isOther ? [{ key: 'On the badge', value: badgeOrganisation }] : []),
    ...answered.map(({ key, value }) => ({ key, value })),
    ...(passedOver === 0
      ? []
      : [
          {
            key: 'Not answered',
            value: plural(passedOver, 'question that is optional', 'optional questions'),
          },
        ]),
  ];
}
