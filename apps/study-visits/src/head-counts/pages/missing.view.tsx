import type { Temporal } from 'temporal-polyfill';
import { Button, InsetText, SummaryList } from '#ui';
import { RingLink } from '../../live-changes/pages/ring-link.js';
import type { EmergencyContact } from '../../readiness/domain/told.js';
import type { HeadCount } from '../counts.js';
import { saidWords } from '../in-words.js';
import type { CountPlace } from './count-place.js';
import { OfflineWords, Unsent } from './offline-words.js';

export interface MissingViewProps {
  readonly count: HeadCount;
  readonly steps: readonly string[];
  readonly place: CountPlace;
  readonly now: Temporal.Instant;
  /** Whose contact was asked for; `contact` is `null` where they named nobody. */
  readonly shown: { readonly travellerId: string; readonly contact: EmergencyContact | null } | null;
  /** Why a contact is not shown. */
  readonly refusal: string | null;
}

/** What to do when somebody is missing, and whom to ring. */
export function MissingView({ count, steps, place, now, shown, refusal }: MissingViewProps) {
  const { visit, thing, expected, tally, leaders } = count;
  const missing = expected.filter(({ id }) =>
    tally.people.get(id)?.standing.some(({ kind }) => kind === 'missing'),
  );
  return (
    <div data-head-counts data-base={place.base} data-pages="[]">
      <span class="govuk-caption-xl">
        <bdi>{visit.title}</bdi>, <bdi>{thing.title}</bdi>
      </span>
      <h1 class="govuk-heading-xl">Somebody is missing</h1>
      <OfflineWords now={now} zone={thing.span.zone} />
      <Unsent />
      {refusal !== null && <InsetText>{refusal}</InsetText>}
      <h2 class="govuk-heading-m">What to do</h2>
      <ol class="govuk-list govuk-list--number">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2 class="govuk-heading-m">Who is missing</h2>
      {missing.length === 0 && (
        <p class="govuk-body">As far as this page knows, nobody was marked as missing.</p>
      )}
      {missing.map((traveller) => (
        <section key={traveller.id} class="cn-panel" aria-labelledby={`missing-${traveller.id}`}>
          <h3 class="govuk-heading-s" id={`missing-${traveller.id}`}>
            <bdi>{traveller.name}</bdi>
          </h3>
          <ul class="govuk-list">
            {tally.people.get(traveller.id)?.standing.map((mark) => (
              <li key={mark.id}>{saidWords(mark, thing.span)}</li>
            ))}
          </ul>
          <p class="govuk-body">
            {traveller.phone === null ? (
              'We have no mobile of theirs.'
            ) : (
              <RingLink name={traveller.name} phone={traveller.phone} />
            )}
          </p>
          {shown?.travellerId === traveller.id ? (
            <Contact contact={shown.contact} />
          ) : (
            <form method="post" action={`${place.base}/${thing.id}/missing`}>
              <input type="hidden" name="travellerId" value={traveller.id} />
              <Button classes="govuk-button--secondary">
                Show whom to ring for them
                <span class="govuk-visually-hidden">: {traveller.name}</span>
              </Button>
              <p class="govuk-hint">It is sealed: that you looked, and why, is written down.</p>
            </form>
          )}
        </section>
      ))}
      <h2 class="govuk-heading-m govuk-!-margin-top-6">Who leads the visit</h2>
      {leaders.length === 0 ? (
        <p class="govuk-body">Nobody is written down as leading it.</p>
      ) : (
        <ul class="govuk-list">
          {leaders.map((leader) => (
            <li key={leader.id}>
              <bdi>{leader.name}</bdi>:{' '}
              {leader.phone === null ? (
                'no number is known'
              ) : (
                <RingLink name={leader.name} phone={leader.phone} />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Contact({ contact }: { readonly contact: EmergencyContact | null }) {
  if (contact === null) return <p class="govuk-body">They named nobody.</p>;
  return (
    <SummaryList
      rows={[
        { key: 'Emergency contact', value: <bdi>{contact.name}</bdi> },
        { key: 'Who they are', value: <bdi>{contact.relation}</bdi> },
        { key: 'Phone', value: <RingLink name={contact.name} phone={contact.phone} /> },
        contact.email !== null && { key: 'Email', value: <bdi>{contact.email}</bdi> },
      ]}
    />
  );
}
