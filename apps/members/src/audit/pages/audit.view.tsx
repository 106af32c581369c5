import { EmptyState, FilterForm, Input, momentInWords, Pages, plural, ResponsiveTable, Select } from '#ui';
import { acts } from '../domain/acts.js';
import { auditAddress, isFiltered, type AuditFilter } from '../domain/audit-filter.js';
import type { AuditEntryRow } from '../audit-entry.entity.js';
import type { FoundEntries } from '../find-audit-entries.js';

/** How many entries a page of the log holds. */
export const pageSize = 50;

export const auditPath = '/members/manage/audit';

export interface AuditViewProps {
  readonly filter: AuditFilter;
  readonly found: FoundEntries;
}

export function AuditView({ filter, found }: AuditViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Audit log</h1>
      <p class="govuk-body">
        Sign-ins, changes of roles, exports and whatever else security hangs on. Entries cannot be changed;
        they are kept for two years.
      </p>
      <AuditFilters filter={filter} />
      {found.items.length === 0 ? (
        <Nothing isCut={isFiltered(filter)} />
      ) : (
        <Entries filter={filter} found={found} />
      )}
    </>
  );
}

function AuditFilters({ filter }: Pick<AuditViewProps, 'filter'>) {
  return (
    <FilterForm
      action={auditPath}
      label="Audit log"
      show="Show these entries"
      all={isFiltered(filter) ? { text: 'Show all entries', href: auditPath } : null}
    >
      <Input
        name="q"
        type="search"
        label="Name of who did it, or of whom it was done to"
        value={filter.text}
      />
      <div class="cn-filters__fields">
        <Select
          name="act"
          label="What was done"
          value={filter.act ?? ''}
          items={[
            { value: '', text: 'Anything' },
            ...Object.entries(acts).map(([value, text]) => ({ value, text })),
          ]}
        />
        <Input name="from" type="date" label="From" value={filter.from ?? ''} />
        <Input name="to" type="date" label="To" value={filter.to ?? ''} />
      </div>
      {filter.person !== null && <input type="hidden" name="person" value={filter.person} />}
    </FilterForm>
  );
}

function Nothing({ isCut }: { readonly isCut: boolean }) {
  return isCut ? (
    <EmptyState titleText="No entry matches">
      <p class="govuk-body">Try fewer words, other days, or anything that was done.</p>
    </EmptyState>
  ) : (
    <EmptyState titleText="Nothing has happened yet">
      <p class="govuk-body">The first sign-in will be the first entry.</p>
    </EmptyState>
  );
}

function Entries({ filter, found }: AuditViewProps) {
  return (
    <>
      <ResponsiveTable
        caption={plural(found.total, 'entry', 'entries')}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'what', heading: 'What was done' },
          { key: 'who', heading: 'By' },
          { key: 'whom', heading: 'To' },
          { key: 'when', heading: 'When' },
        ]}
        rows={found.items.map(row)}
      />
      <Pages
        current={filter.page}
        total={Math.ceil(found.total / pageSize)}
        href={(page) => auditAddress(auditPath, { ...filter, page })}
        landmarkLabel="Pages of entries"
      />
    </>
  );
}

function row(entry: AuditEntryRow) {
  return [
    <>
      {actInWords(entry.act)}
      <Particulars entry={entry} />
    </>,
    entry.onBehalfOfId === null ? entry.actorName : `${entry.actorName}, acting for somebody`,
    entry.subjectName ?? '–',
    <time dateTime={entry.at.toISOString()}>{momentInWords(entry.at)}</time>,
  ];
}

function actInWords(act: string): string {
  return Object.entries(acts).find(([known]) => known === act)?.[1] ?? act;
}

/** What else is known of it, as it was recorded: "scope: events-calendar:write". */
function Particulars({ entry }: { readonly entry: AuditEntryRow }) {
  const told = Object.entries(entry.details).filter(([, value]) => value !== null && value !== '');
  if (told.length === 0) return null;
  return (
    <span class="cn-quiet">
      <br />
      {told.map(([name, value]) => `${name}: ${String(value)}`).join('; ')}
    </span>
  );
}
