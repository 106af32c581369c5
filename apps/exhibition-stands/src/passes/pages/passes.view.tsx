import { Temporal } from 'temporal-polyfill';
import {
  Button,
  Checkboxes,
  dateInWords,
  Details,
  EmptyState,
  field,
  FilterForm,
  form,
  Input,
  InsetText,
  Radios,
  Select,
  type Form,
} from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { teamPath } from '../../team/addresses.js';
import { passesPath } from '../addresses.js';
import { passActs } from '../domain/pass.js';
import { isShown, passQuery, type PassFilter } from '../domain/pass-list.js';
import { actWords, passWords } from '../pass-words.js';
import type { PassDay, PassHolder, Passes } from '../read-passes.js';
import { PassTable } from './pass-table.js';
import { dayLong, dayShort } from './pass-words-of-days.js';

/** What the names of the controls for limits begin with; a day follows (ISO). */
export const limitPrefix = 'limit.';

export interface PassesViewProps {
  readonly exhibition: Exhibition;
  readonly passes: Passes;
  /** Names of the controls: `people`, `days`, `act`, `reason`; `limit.<day>`. */
  readonly form: Form;
  readonly filter: PassFilter;
}

/** People and days, what has become of their passes, and how many are left. */
export function PassesView(props: PassesViewProps) {
  const { exhibition, passes } = props;
  if (!exhibition.passesNeeded) {
    return (
      <EmptyState titleText="Nobody needs a pass here">
        <p class="govuk-body">
          If the host gives passes after all,{' '}
          <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'edit')}>
            say so in the details of the exhibition
          </a>
          . Then you follow here who has one for which day.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <Deadlines {...props} />
      {passes.days.length === 0 ? (
        <EmptyState titleText="The stand has no days yet">
          <p class="govuk-body">
            <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'days')}>
              Set its days and hours
            </a>{' '}
            first: passes are for a person and a day.
          </p>
        </EmptyState>
      ) : (
        <>
          <Limits {...props} />
          {passes.holders.length === 0 ? (
            <EmptyState titleText="There is nobody in the team yet">
              <p class="govuk-body">
                <a class="govuk-link" href={teamPath(exhibition.id, 'invite')}>
                  Invite people
                </a>
                , then follow here what becomes of their passes.
              </p>
            </EmptyState>
          ) : (
            <People {...props} />
          )}
        </>
      )}
    </>
  );
}

function Deadlines({ exhibition, passes }: PassesViewProps) {
  const open = passes.deadlines.filter(({ isDone }) => !isDone);
  if (open.length === 0) return null;
  return (
    <InsetText>
      {open.map(({ title, dueOn }) => (
        <p key={title + dueOn} class="govuk-body">
          <bdi>{title}</bdi>
          {`: due ${dateInWords(Temporal.PlainDate.from(dueOn))}`}
        </p>
      ))}
      <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'tasks')}>
        See the tasks
      </a>
    </InsetText>
  );
}

function leftInWords({ places, taken }: PassDay): string {
  if (places === null) return `${taken} taken, no limit`;
  const left = Math.max(0, places - taken);
  return `${taken} of ${places} taken, ${left === 0 ? 'none left' : `${left} left`}`;
}

function Limits({ exhibition, passes, form }: PassesViewProps) {
  return (
    <>
      <h2 class="govuk-heading-m">How many the host gives</h2>
      <ul class="govuk-list govuk-!-margin-bottom-2">
        {passes.days.map((day) => (
          <li key={day.day}>
            {dayShort(day.day)}: {leftInWords(day)}
          </li>
        ))}
      </ul>
      <Details
        summaryText="Change how many there are"
        open={form.errors.some(({ field: name }) => name.startsWith(limitPrefix))}
      >
        <form method="post" action={passesPath(exhibition.id, 'limits')} novalidate>
          {passes.days.map((day) => (
            <Input
              key={day.day}
              {...field(form, limitPrefix + day.day)}
              label={dayLong(day.day)}
              inputmode="numeric"
              classes="govuk-input--width-4"
              autocomplete="off"
            />
          ))}
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Save the limits
          </Button>
        </form>
      </Details>
    </>
  );
}

function People(props: PassesViewProps) {
  const { exhibition, passes, filter } = props;
  const days = passes.days.map(({ day }) => day);
  const holders = passes.holders.filter((holder) => isShown(holder, filter, days));
  const path = passesPath(exhibition.id);
  return (
    <>
      <h2 class="govuk-heading-m">Who has one</h2>
      <Filters exhibition={exhibition} passes={passes} filter={filter} />
      {holders.length === 0 ? (
        <EmptyState titleText="Nobody’s passes are like this">
          <p class="govuk-body">
            Try fewer words or another day, or{' '}
            <a class="govuk-link" href={path}>
              look at everybody
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <>
          <Steps {...props} holders={holders} />
          <PassTable exhibitionId={exhibition.id} days={days} holders={holders} />
        </>
      )}
    </>
  );
}

function Filters({ exhibition, passes, filter }: Pick<PassesViewProps, 'exhibition' | 'passes' | 'filter'>) {
  const path = passesPath(exhibition.id);
  const shown = form({ q: filter.words, day: filter.day ?? '', state: filter.state ?? '' });
  return (
    <FilterForm
      action={path}
      label="Passes"
      show="Show these people"
      all={passQuery(filter) === '' ? null : { text: 'Show everybody', href: path }}
    >
      <Input {...field(shown, 'q')} label="Name or organisation" type="search" autocomplete="off" />
      <div class="cn-filters__fields">
        <Select
          {...field(shown, 'state')}
          label="Pass"
          items={[
            { value: '', text: 'Any' },
            ...Object.entries(passWords).map(([value, text]) => ({ value, text })),
          ]}
        />
        <Select
          {...field(shown, 'day')}
          label="Day"
          items={[
            { value: '', text: 'Any' },
            ...passes.days.map(({ day }) => ({ value: day, text: dayLong(day) })),
          ]}
        />
      </div>
    </FilterForm>
  );
}

interface StepsProps extends PassesViewProps {
  /** Those who are shown. */
  readonly holders: readonly PassHolder[];
}

/** What staff do about passes: the same for several people and days. */
function Steps({ exhibition, passes, form, filter, holders }: StepsProps) {
  const names = new Set(['act', 'reason', 'days', 'people']);
  return (
    <Details
      summaryText="Say what has happened to passes"
      open={form.errors.some(({ field: name }) => names.has(name))}
    >
      <form method="post" action={passesPath(exhibition.id, 'steps') + passQuery(filter)} novalidate>
        <Radios
          {...field(form, 'act')}
          fieldset={{ legend: { text: 'The passes were', classes: 'govuk-fieldset__legend--s' } }}
          classes="govuk-radios--small"
          items={passActs.map((act) => ({ value: act, text: actWords[act] }))}
        />
        <Input
          {...field(form, 'reason')}
          label="Why the host refused"
          hint="Only where they did."
          autocomplete="off"
        />
        <Checkboxes
          {...field(form, 'days')}
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'For which days?', classes: 'govuk-fieldset__legend--s' } }}
          items={passes.days.map((day) => ({
            value: day.day,
            text: `${dayLong(day.day)}: ${leftInWords(day)}`,
          }))}
        />
        <Checkboxes
          {...field(form, 'people')}
          classes="govuk-checkboxes--small"
          fieldset={{
            legend: {
              text: passQuery(filter) === '' ? 'Whose?' : 'Whose, of those shown?',
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          items={holders.map(({ memberId, name, organisationName }) => ({
            value: memberId,
            text: (
              <>
                <bdi>{name}</bdi>
                {organisationName !== null && (
                  <>
                    , <bdi>{organisationName}</bdi>
                  </>
                )}
              </>
            ),
          }))}
        />
        <Button preventDoubleClick>Save this for all of them</Button>
      </form>
    </Details>
  );
}
