import { ResponsiveTable } from '#ui';
import type { Kept } from '../domain/kept.js';

export type KeptRow = Omit<Kept, 'period'>;

/** What is kept of people, why and how long. */
export function KeptTable({ rows }: { readonly rows: readonly KeptRow[] }) {
  return (
    <ResponsiveTable
      caption="What is kept of people, why and how long"
      captionClasses="govuk-visually-hidden"
      columns={[
        { key: 'title', heading: 'What' },
        { key: 'holds', heading: 'What it holds' },
        { key: 'why', heading: 'Why' },
        { key: 'until', heading: 'Until' },
      ]}
      rows={rows.map(({ title, holds, why, until }) => [title, holds, why, until])}
    />
  );
}
