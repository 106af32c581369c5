import { Temporal } from 'temporal-polyfill';
import { nameOfActor } from '#platform';
import {
  Button,
  ButtonGroup,
  dateInWords,
  EmptyState,
  FieldChanges,
  momentInWords,
  plural,
  ResponsiveTable,
  Timeline,
} from '#ui';
import { travellerReadinessPath } from '../../readiness/addresses.js';
import { compareStatuses } from '../../readiness/domain/item.js';
import { itemWords, statusWords } from '../../readiness/in-words.js';
import type { KeptMarkChange } from '../../readiness/read-mark-changes.js';
import { countryName } from '../../visits/domain/countries.js';
import { groupPath, ruleChangePath, rulePath, rulesPath } from '../addresses.js';
import type { DestinationRuleHistoryRow } from '../destination-rule.entity.js';
import { ruleKinds } from '../domain/rule.js';
import { demandsInWords, kindWords } from '../in-words.js';
import type { AllRules } from '../read-rules.js';

export interface RulesViewProps extends AllRules {
  readonly history: readonly DestinationRuleHistoryRow[];
}

/** "1 October 2026"; without a day, that nobody has checked. */
export const checkedInWords = (day: string | null): string => (day === null ? 'Not yet' : shortDay(day));

const shortDay = (day: string): string => dateInWords(Temporal.PlainDate.from(day), { weekday: false });

/** All rules, by destination. */
export function RulesView({ rules, groups, history }: RulesViewProps) {
  const titleOf = (code: string) => groups.find((group) => group.code === code)?.title ?? code;
  return (
    <>
      <h1 class="govuk-heading-xl">Rules of borders</h1>
      <p class="govuk-body">
        Passports are judged by these rules, on the first and the last day of a visit. They change: read the
        official pages before you announce a visit, and again before it leaves. A change counts for everybody
        at once.
      </p>
      <ResponsiveTable
        caption="Rules"
        isWide
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'rule', heading: 'Rule' },
          { key: 'to', heading: 'Travelling to' },
          { key: 'of', heading: 'With a passport of' },
          { key: 'from', heading: 'Counts from' },
          { key: 'checked', heading: 'Checked' },
          { key: 'source', heading: 'Source' },
        ]}
        rows={rules.map((rule) => [
          <>
            <a class="govuk-link" href={rulePath(rule.id)}>
              {kindWords[rule.kind]}
            </a>
            <br />
            {demandsInWords(rule)}
          </>,
          titleOf(rule.destination),
          rule.nationals === null ? 'Everybody else' : titleOf(rule.nationals),
          shortDay(rule.validFrom),
          checkedInWords(rule.checkedOn),
          <a class="govuk-link" href={rule.source} rel="noreferrer">
            {new URL(rule.source).hostname}
            <span class="govuk-visually-hidden">
              : {kindWords[rule.kind]}, {titleOf(rule.destination)}
            </span>
          </a>,
        ])}
      />
      <h2 class="govuk-heading-m">Add a rule</h2>
      <ButtonGroup>
        {ruleKinds.map((kind) => (
          <Button key={kind} href={`${rulesPath}/new?kind=${kind}`} classes="govuk-button--secondary">
            {kindWords[kind]}
          </Button>
        ))}
      </ButtonGroup>
      <h2 class="govuk-heading-l">Groups of countries</h2>
      <ResponsiveTable
        caption="Groups of countries"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'group', heading: 'Group' },
          { key: 'countries', heading: 'Countries' },
          { key: 'checked', heading: 'Checked' },
        ]}
        rows={groups.map(({ code, title, countries, checkedOn }) => [
          <a class="govuk-link" href={groupPath(code)}>
            {title}
          </a>,
          countries.map(countryName).join(', '),
          checkedInWords(checkedOn),
        ])}
      />
      <h2 class="govuk-heading-l">What was changed</h2>
      {history.length === 0 ? (
        <p class="govuk-body">Nothing yet: these are the rules that came with the software.</p>
      ) : (
        <Timeline entries={history.map((row) => entryOf(row, true))} />
      )}
    </>
  );
}

function entryOf(row: DestinationRuleHistoryRow, isLinked: boolean) {
  const actor = row.actorName === null ? null : { personId: row.actorId ?? '', name: row.actorName };
  return {
    title: row.action,
    when: momentInWords(row.at),
    datetime: row.at.toISOString(),
    by: nameOfActor({ name: row.personName, actor }),
    children: (
      <>
        <FieldChanges
          changes={row.changes.map(({ field: name, before, after }) => ({ name, before, after }))}
        />
        {isLinked && (
          <p class="govuk-body cn-flush">
            <a class="govuk-link" href={ruleChangePath(row.id)}>
              See whose marks changed
              <span class="govuk-visually-hidden">
                : {row.action}, {momentInWords(row.at)}
              </span>
            </a>
          </p>
        )}
      </>
    ),
  };
}

/** A change of the rules, and everybody whose mark became another by it. */
export function RuleChangeView({
  change,
  marks,
}: {
  readonly change: DestinationRuleHistoryRow;
  readonly marks: readonly KeptMarkChange[];
}) {
  const worse = marks.filter(({ before, after }) => compareStatuses(after, before) > 0);
  const told = marks.filter(({ isTold }) => isTold).length;
  return (
    <>
      <h1 class="govuk-heading-xl">What a change of the rules did</h1>
      <h2 class="govuk-heading-l">The change</h2>
      <Timeline entries={[entryOf(change, false)]} />
      <h2 class="govuk-heading-l">Whose marks changed</h2>
      {marks.length === 0 ? (
        <EmptyState titleText="Nobody’s" headingLevel={3}>
          <p class="govuk-body">
            Everybody of the visits to come was judged anew, and stands as before. Of visits that are over
            nothing is judged again.
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            {plural(marks.length, 'mark')} became another, {worse.length} of them for the worse;{' '}
            {plural(told, 'traveller was', 'travellers were')} written to.
          </p>
          <ResponsiveTable
            caption="From what to what"
            captionClasses="govuk-visually-hidden"
            columns={[
              { key: 'who', heading: 'Traveller' },
              { key: 'visit', heading: 'Visit' },
              { key: 'what', heading: 'What' },
              { key: 'before', heading: 'Before' },
              { key: 'after', heading: 'Now' },
              { key: 'told', heading: 'Written to' },
            ]}
            rows={marks.map((mark) => [
              <a class="govuk-link" href={travellerReadinessPath(mark.visitId, mark.travellerId)}>
                <bdi>{mark.travellerName}</bdi>
              </a>,
              <bdi>{mark.visitTitle}</bdi>,
              itemWords[mark.item],
              statusWords[mark.before],
              statusWords[mark.after],
              mark.isTold ? 'Yes' : 'No',
            ])}
          />
        </>
      )}
    </>
  );
}
