import { BreakableEmail, SummaryList } from '#ui';
import type { ApplicationRow } from '../application.entity.js';
import { kindWords } from '../in-words.js';

export interface AboutSummaryProps {
  readonly row: ApplicationRow;
  /** Where it is changed; `null`: it stays as it is. */
  readonly changePath?: string | null;
}

/** Who applies, as it stands. */
export function AboutSummary({ row, changePath = null }: AboutSummaryProps) {
  const { name, email, phone, organisationName, jobTitle, kind } = row;
  const actions = (what: string) =>
    changePath === null
      ? {}
      : { actions: { items: [{ href: changePath, text: 'Change', visuallyHiddenText: what }] } };
  return (
    <SummaryList
      rows={[
        { key: 'Name', value: <bdi>{name}</bdi>, ...actions('name') },
        email !== null && { key: 'Email', value: <BreakableEmail address={email} /> },
        { key: 'Phone', value: phone ?? 'Not said', ...actions('phone number') },
        {
          key: 'Organisation',
          value: <bdi>{organisationName ?? 'Not said'}</bdi>,
          ...actions('organisation'),
        },
        { key: 'Role there', value: jobTitle ?? 'Not said', ...actions('your role') },
        { key: 'Applies as', value: kindWords[kind], ...actions('what you apply as') },
      ]}
    />
  );
}
