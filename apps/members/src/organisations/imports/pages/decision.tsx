import { Select } from '#ui';
import { organisationPath } from '../../addresses.js';
import type { ImportRowEntity } from '../import-row.entity.js';
import type { Alike } from '../planning/plan-row.js';
import { decisions, type Decision } from '../planning/plans.js';

/** The control that asks about a row, by its number. */
const controlName = (number: number): string => `row-${number}`;

/** Whom a row looks like. */
export function AlikeTold({ alike }: { readonly alike: Alike }) {
  return (
    <p class="govuk-body cn-flush">
      It looks like{' '}
      {alike.id === null ? (
        `“${alike.name}” in row ${alike.line}`
      ) : (
        <a class="govuk-link" href={organisationPath(alike.id)}>
          {alike.name}
        </a>
      )}
      .
    </p>
  );
}

/** Asks whether a row is the organisation that it looks like. */
export function DecisionChoice({ row, alike }: { readonly row: ImportRowEntity; readonly alike: Alike }) {
  const name = controlName(row.number);
  return (
    <>
      <AlikeTold alike={alike} />
      <Select
        id={name}
        name={name}
        label={`What is row ${row.line}?`}
        value={row.decision ?? ''}
        items={[
          { value: '', text: 'Not decided: leave it out' },
          ...(alike.id === null
            ? []
            : [
                { value: 'same', text: `The same: keep the name “${alike.name}”` },
                { value: 'renamed', text: `The same: rename it to “${row.title}”` },
              ]),
          { value: 'other', text: 'Another organisation: add it' },
        ]}
      />
    </>
  );
}

/** What was decided, by the rows' numbers; `null` takes a decision back. What is no decision is passed over. */
export function readDecisions(
  values: Readonly<Record<string, string | readonly string[]>>,
): ReadonlyMap<number, Decision | null> {
  const said = new Map<number, Decision | null>();
  for (const [name, value] of Object.entries(values)) {
    const [, number] = /^row-(\d{1,5})$/.exec(name) ?? [];
    const decision = decisions.find((each) => each === value) ?? null;
    if (number !== undefined && (decision !== null || value === '')) said.set(Number(number), decision);
  }
  return said;
}
