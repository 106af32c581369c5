import { momentInWords, ResponsiveTable } from '#ui';
import { itemPath, placePath, stockPath } from '../addresses.js';
import { amountOf, movementNames } from '../in-words.js';
import type { LedgerLine } from '../reading/read-ledger.js';

export interface LedgerTableProps {
  readonly lines: readonly LedgerLine[];
  readonly caption: string;
  /** Whether all are of one item, which the page is about. */
  readonly isOfOneItem?: boolean;
}

/** Lines of the ledger, the latest first. */
export function LedgerTable({ lines, caption, isOfOneItem = false }: LedgerTableProps) {
  return (
    <ResponsiveTable
      caption={caption}
      captionClasses="govuk-table__caption--m"
      isWide
      columns={[
        { key: 'at', heading: 'When' },
        { key: 'what', heading: 'What' },
        { key: 'quantity', heading: 'How many', format: 'numeric' },
        { key: 'from', heading: 'From' },
        { key: 'to', heading: 'To' },
        { key: 'by', heading: 'By' },
        { key: 'correct', heading: 'Put right' },
      ]}
      rows={lines.map((line) => [
        momentInWords(line.at),
        <>
          {movementNames[line.kind]}
          {!isOfOneItem && (
            <>
              :{' '}
              <a class="govuk-link" href={itemPath(line.itemId)}>
                <bdi>{line.item}</bdi>
              </a>
            </>
          )}
        </>,
        amountOf(line.quantity, line),
        <Place name={line.from} code={line.fromCode} />,
        <Place name={line.to} code={line.toCode} />,
        <>
          <bdi>{line.by}</bdi>
          {line.note !== '' && (
            <span class="cn-quiet">
              : <bdi>{line.note}</bdi>
            </span>
          )}
        </>,
        line.kind === 'count' || line.kind === 'correction' ? undefined : (
          <a class="govuk-link" href={`${stockPath}/movements/${line.id}/correct`}>
            Correct
            <span class="govuk-visually-hidden">
              {' '}
              {amountOf(line.quantity, line)} of {line.item}, {momentInWords(line.at)}
            </span>
          </a>
        ),
      ])}
    />
  );
}

function Place({ name, code }: { readonly name: string | null; readonly code: string | null }) {
  if (name === null || code === null) return <>Outside</>;
  return (
    <a class="govuk-link" href={placePath(code)}>
      <bdi>{name}</bdi>
    </a>
  );
}
