import { Button, ButtonGroup, Tag, Timeline } from '#ui';
import { organisationPath, stepPath } from '../../addresses.js';
import { isMember, type Organisation } from '../../domain/organisation.js';
import { categoryWords } from '../../domain/words.js';
import type { OrganisationRevisionRow } from '../../organisation-revision.entity.js';
import type { AffiliatedPerson } from '../read-organisation.js';
import { possibleSteps } from '../steps.js';
import { Facts } from './facts.js';
import { revisionEntry } from './history.js';
import { People } from './people.js';
import { StatusTag } from './tags.js';
import { dayInWords } from './words.js';

export interface OrganisationViewProps {
  readonly organisation: Organisation;
  /** Booking contacts first. */
  readonly people: readonly AffiliatedPerson[];
  /** The newest first. */
  readonly history: readonly OrganisationRevisionRow[];
  /** ISO date, where the network is. */
  readonly today: string;
}

export function OrganisationView(props: OrganisationViewProps) {
  const { organisation, people, history } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">{organisation.name}</h1>
      <p class="govuk-body">
        <StatusTag status={organisation.status} />{' '}
        <Tag colour="grey">{categoryWords[organisation.category]}</Tag>
      </p>
      <Attention {...props} />
      <Steps organisation={organisation} />
      <h2 class="govuk-heading-m">Record</h2>
      <Facts organisation={organisation} />
      <h2 class="govuk-heading-m" id="people">
        People
      </h2>
      <People people={people} domains={organisation.domains} />
      <h2 class="govuk-heading-m" id="history">
        History
      </h2>
      {history.length === 0 ? (
        <p class="govuk-body">Nothing has been changed since this history is kept.</p>
      ) : (
        <Timeline entries={history.map(revisionEntry)} />
      )}
    </>
  );
}

/** What to look at once more; nothing where all is as it should be. */
function Attention({ organisation, people, today }: OrganisationViewProps) {
  const { id, status, leftOn, discount } = organisation;
  const isOver = (day: string | null) => day !== null && day <= today;
  const hasContact = people.some(({ isBookingContact }) => isBookingContact);
  const things = [
    status === 'leaving' && isOver(leftOn) && (
      <>
        The day on which it was to leave has come.{' '}
        <a class="govuk-link" href={stepPath(id, 'left')}>
          Say that it has left
        </a>
        , or that it stays.
      </>
    ),
    discount !== null && isOver(discount.endsOn) && (
      <>
        Its discount has ended.{' '}
        <a class="govuk-link" href={`${organisationPath(id, 'edit')}#discount-percent`}>
          Agree on another, or delete it
        </a>
        .
      </>
    ),
    isMember(status) && !hasContact && (
      <>
        Nobody is its booking contact, so nobody there can book for others. Choose somebody on their own page.
      </>
    ),
  ].filter((thing) => thing !== false);
  if (things.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="attention">
      <h2 class="cn-status__title" id="attention">
        To look at
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {things.map((thing) => (
          <li>{thing}</li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ organisation }: { readonly organisation: Organisation }) {
  const { id, status, statusReason, leftOn } = organisation;
  return (
    <section aria-label="What you can do">
      {statusReason !== null && (
        <p class="govuk-body">
          Why it is {status === 'left' ? 'no member any more' : status}: {statusReason}
        </p>
      )}
      {status === 'leaving' && leftOn !== null && (
        <p class="govuk-body">It leaves on {dayInWords(leftOn)}.</p>
      )}
      <ButtonGroup>
        <Button href={organisationPath(id, 'edit')}>Edit the record</Button>
        {possibleSteps(organisation).map(({ to, verb }) => (
          <a key={to} class="govuk-link" href={stepPath(id, to)}>
            {verb}
          </a>
        ))}
        <a class="govuk-link" href={organisationPath(id, 'category')}>
          Change its category
        </a>
      </ButtonGroup>
    </section>
  );
}
