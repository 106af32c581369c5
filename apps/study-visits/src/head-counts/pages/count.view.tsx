import type { Temporal } from 'temporal-polyfill';
import { Button, EmptyState, FormErrors, InsetText, SummaryList, Textarea, type Form } from '#ui';
import { timesAtHome, whenOfSpan } from '../../itinerary/in-words.js';
import type { HeadCount } from '../counts.js';
import { changedSince } from '../domain/closing.js';
import { openWords, stateWords, tallyWords } from '../domain/state-words.js';
import { momentOf } from '../in-words.js';
import { CountRecord } from './count-record.js';
import type { CountPlace } from './count-place.js';
import { OfflineWords, Unsent } from './offline-words.js';
import { pageStateOf } from './page-state.js';
import { PersonRow } from './person-row.js';

/** What was sent with the page and is not taken. */
export interface RefusedForm {
  /** `leave` of somebody, or the form with which the count is closed or opened again. */
  readonly of: 'leave' | 'close' | 'reopen';
  readonly travellerId?: string;
  readonly form: Form;
}

export interface CountViewProps {
  readonly count: HeadCount;
  readonly place: CountPlace;
  readonly once: string;
  readonly now: Temporal.Instant;
  readonly refused: RefusedForm | null;
}

/** A head count: everybody who should be there, and how they stand. */
export function CountView(props: CountViewProps) {
  const { count, place, refused, now, once } = props;
  const { visit, thing, tally, expected, others, closedAt } = count;
  const path = `${place.base}/${thing.id}`;
  const state = pageStateOf({ ...count, isClosed: closedAt !== null }, thing.span);
  const isOpen = closedAt === null && !thing.isCancelled;
  const home = timesAtHome(thing.span);
  return (
    <>
      {refused !== null && <FormErrors form={anchored(refused)} />}
      <span class="govuk-caption-xl">
        <bdi>{visit.title}</bdi>
      </span>
      <h1 class="govuk-heading-xl">
        Head count: <bdi>{thing.title}</bdi>
      </h1>
      <OfflineWords now={now} zone={thing.span.zone} />
      <Unsent />
      <SummaryList
        rows={[
          { key: 'When', value: whenOfSpan(thing.span) },
          home !== null && { key: 'In London', value: home },
          thing.place !== '' && { key: 'Where', value: <bdi>{thing.place}</bdi> },
        ]}
      />
      {thing.isCancelled && <InsetText>It does not take place, so nobody is counted.</InsetText>}
      {closedAt !== null && <ClosedWords count={count} />}
      {expected.length === 0 ? (
        <EmptyState titleText="Nobody is on the list">
          <p class="govuk-body">Once it is said who takes part, they stand here to be counted.</p>
        </EmptyState>
      ) : (
        <section
          aria-labelledby="people"
          data-head-count={thing.id}
          data-base={place.base}
          data-page-state={JSON.stringify(state)}
        >
          <h2 class="govuk-heading-m" id="people">
            Who should be there
          </h2>
          <p class="govuk-body" aria-live="polite" data-tally>
            {tallyWords(tally)}
          </p>
          <ul class="govuk-list">
            {expected.map((traveller) => (
              <PersonRow
                key={traveller.id}
                count={count}
                traveller={traveller}
                stated={tally.people.get(traveller.id) ?? { state: 'open', standing: [], known: [] }}
                action={`${path}/marks`}
                missingPath={`${path}/missing`}
                once={once}
                leave={refused?.of === 'leave' && refused.travellerId === traveller.id ? refused.form : null}
              />
            ))}
          </ul>
          {isOpen && <CloseForm {...props} path={path} />}
        </section>
      )}
      {others.length > 0 && (
        <p class="govuk-body">
          No longer on the list, but marked: <bdi>{others.map(({ name }) => name).join(', ')}</bdi>.
        </p>
      )}
      {closedAt !== null && <ReopenForm {...props} path={path} />}
      <CountRecord count={count} />
      {place.isStaff && thing.kind === 'item' && count.marks.length === 0 && (
        <form method="post" action={`${path}/remove`} class="cn-no-print">
          <Button classes="govuk-button--secondary">No longer count heads here</Button>
        </form>
      )}
    </>
  );
}

/** Errors of a leave lead to the fields of whom it is about. */
const anchored = ({ of, travellerId, form }: RefusedForm): Form =>
  of !== 'leave'
    ? form
    : {
        ...form,
        errors: form.errors.map(({ field, message }) => ({
          field: field === '' ? '' : `${field}-${travellerId ?? ''}`,
          message,
        })),
      };

function ClosedWords({ count }: { readonly count: HeadCount }) {
  const { closings, tally, thing, expected } = count;
  const [last] = closings;
  if (last === undefined || count.closedAt === null) return null;
  const late = new Set(changedSince(last.people, tally));
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>
          Closed at {momentOf(last.closedAt, thing.span)} by <bdi>{last.byName}</bdi>.
        </strong>
      </p>
      {late.size > 0 && (
        <>
          <p class="govuk-body">
            Marks came in afterwards that say something else. Look at them; open the count again if they are
            right.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {expected
              .filter(({ id }) => late.has(id))
              .map(({ id, name }) => (
                <li key={id}>
                  <bdi>{name}</bdi>: {stateWords[tally.people.get(id)?.state ?? 'open'].toLowerCase()}
                </li>
              ))}
          </ul>
        </>
      )}
    </InsetText>
  );
}

function CloseForm({ count, refused, path }: CountViewProps & { readonly path: string }) {
  const { tally, version } = count;
  const sent = refused?.of === 'close' ? refused.form : null;
  return (
    <div class="cn-no-print">
      <p class="govuk-body" data-still-open hidden={tally.isAccounted}>
        It can be closed once everybody is accounted for: here, elsewhere with leave, or missing.{' '}
        <span data-open-words>{openWords(tally)}</span>
      </p>
      <form method="post" action={`${path}/close`} data-close hidden={!tally.isAccounted} novalidate>
        <input type="hidden" name="version" value={version} />
        <div data-decision hidden={tally.numbers.missing === 0}>
          <Textarea
            id="decision"
            name="decision"
            label="What is decided about whoever is missing?"
            hint="Who stays, who was rung, whether the party goes on. Write nothing of anybody’s health."
            rows={3}
            value={String(sent?.values['decision'] ?? '')}
            errorMessage={sent?.errors.find(({ field }) => field === 'decision')?.message}
          />
        </div>
        <Button preventDoubleClick>Close the count</Button>
      </form>
    </div>
  );
}

function ReopenForm({ count, refused, path }: CountViewProps & { readonly path: string }) {
  const sent = refused?.of === 'reopen' ? refused.form : null;
  return (
    <form method="post" action={`${path}/reopen`} class="cn-no-print" novalidate>
      <input type="hidden" name="version" value={count.version} />
      <Textarea
        id="why"
        name="why"
        label="Why is it opened again?"
        rows={2}
        value={String(sent?.values['why'] ?? '')}
        errorMessage={sent?.errors.find(({ field }) => field === 'why')?.message}
      />
      <Button preventDoubleClick classes="govuk-button--secondary">
        Open the count again
      </Button>
    </form>
  );
}
