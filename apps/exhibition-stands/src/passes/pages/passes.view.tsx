import { Temporal } from 'temporal-polyfill';
import {
  Button,
  Checkboxes,
  dateInWords,
  EmptyState,
  field,
  Input,
  InsetText,
  plural,
  Radios,
  ResponsiveTable,
  Tag,
  type Form,
} from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { memberPath, teamPath } from '../../team/addresses.js';
import { passesPath } from '../addresses.js';
import { passActs } from '../domain/pass.js';
import { actWords, passColours, passWords } from '../pass-words.js';
import type { Pass, PassDay, Passes } from '../read-passes.js';

export interface PassesViewProps {
  readonly exhibition: Exhibition;
  readonly passes: Passes;
  /** Names of the controls: `people`, `days`, `act`, `reason`; `limit.<day>`. */
  readonly form: Form;
}

const dayShort = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return `${dateInWords(date).slice(0, 3)} ${date.day}`;
};

const dayLong = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return dateInWords(date, { impliedYear: date.year });
};

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
    <form method="post" action={passesPath(exhibition.id, 'limits')} novalidate>
      <h2 class="govuk-heading-m">How many the host gives</h2>
      {passes.days.map((day) => (
        <Input
          key={day.day}
          {...field(form, `limit.${day.day}`)}
          label={dayLong(day.day)}
          hint={leftInWords(day)}
          inputmode="numeric"
          classes="govuk-input--width-4"
          autocomplete="off"
        />
      ))}
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Save the limits
      </Button>
    </form>
  );
}

function People({ exhibition, passes, form }: PassesViewProps) {
  const { days, holders } = passes;
  return (
    <>
      <h2 class="govuk-heading-m">Who has one</h2>
      <ResponsiveTable
        caption={plural(holders.length, 'person', 'people')}
        captionClasses="govuk-table__caption--s"
        isWide
        columns={[
          { key: 'name', heading: 'Name' },
          ...days.map(({ day }) => ({ key: day, heading: dayShort(day) })),
        ]}
        rows={holders.map(({ memberId, name, passes: own }) => [
          <a class="govuk-link" href={memberPath(exhibition.id, memberId)}>
            <bdi>{name}</bdi>
          </a>,
          ...days.map(({ day }) => <PassCell pass={own[day]} />),
        ])}
      />
      <form method="post" action={passesPath(exhibition.id, 'steps')} novalidate>
        <h2 class="govuk-heading-m">What has happened?</h2>
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
          items={days.map((day) => ({ value: day.day, text: dayLong(day.day), hint: leftInWords(day) }))}
        />
        <Checkboxes
          {...field(form, 'people')}
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Whose?', classes: 'govuk-fieldset__legend--s' } }}
          items={holders.map(({ memberId, name, organisationName }) => ({
            value: memberId,
            text: <bdi>{name}</bdi>,
            ...(organisationName !== null && { hint: <bdi>{organisationName}</bdi> }),
          }))}
        />
        <Button preventDoubleClick>Save this for all of them</Button>
      </form>
    </>
  );
}

function PassCell({ pass }: { readonly pass: Pass | undefined }) {
  if (pass === undefined) return <span class="cn-quiet">None</span>;
  return (
    <>
      <Tag colour={passColours[pass.status]}>{passWords[pass.status]}</Tag>
      {pass.reason !== null && (
        <>
          <br />
          <bdi class="cn-quiet">{pass.reason}</bdi>
        </>
      )}
    </>
  );
}
