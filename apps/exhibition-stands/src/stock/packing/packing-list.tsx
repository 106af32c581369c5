import { Button, momentInWords, numberInWords, ResponsiveTable, Tag } from '#ui';
import { exhibitionStockPath, packingAnchor } from '../addresses.js';
import { amountOf } from '../in-words.js';
import type { PackingLine } from './read-packing.js';

/** What should travel, into which box, and what is packed. */
export function PackingList({
  exhibitionId,
  lines,
}: {
  readonly exhibitionId: string;
  readonly lines: readonly PackingLine[];
}) {
  const packed = lines.filter(({ packedAt }) => packedAt !== null).length;
  return (
    <ResponsiveTable
      caption={`${packed} of ${lines.length} packed`}
      isWide
      columns={[
        { key: 'item', heading: 'Item' },
        { key: 'quantity', heading: 'How many', format: 'numeric' },
        { key: 'from', heading: 'From' },
        { key: 'into', heading: 'Into' },
        { key: 'state', heading: 'State' },
        { key: 'do', heading: 'Tick off' },
      ]}
      rows={lines.map((line) => [
        <bdi id={packingAnchor(line.id)}>{line.item}</bdi>,
        amountOf(line.quantity, line),
        <>
          <bdi>{line.from}</bdi>
          {line.packedAt === null && line.there < line.quantity && (
            <span class="cn-quiet"> (only {numberInWords(line.there)} there)</span>
          )}
        </>,
        <bdi>{line.into}</bdi>,
        line.packedAt === null ? (
          <Tag colour="grey">To pack</Tag>
        ) : (
          <>
            <Tag colour="green">Packed</Tag>{' '}
            <span class="cn-quiet">
              <bdi>{line.packedBy}</bdi>, {momentInWords(line.packedAt)}
            </span>
          </>
        ),
        line.packedAt !== null ? undefined : <Steps exhibitionId={exhibitionId} line={line} />,
      ])}
    />
  );
}

function Steps({ exhibitionId, line }: { readonly exhibitionId: string; readonly line: PackingLine }) {
  const path = `${exhibitionStockPath(exhibitionId)}/packing/${line.id}`;
  return (
    <div class="cn-row">
      {/* On paper there is a box to tick. */}
      <span class="cn-on-paper" aria-hidden="true">
        ☐
      </span>
      <form method="post" action={`${path}/pack`}>
        <Button preventDoubleClick classes="cn-flush">
          Packed<span class="govuk-visually-hidden"> {line.item}</span>
        </Button>
      </form>
      <form method="post" action={`${path}/remove`}>
        <Button preventDoubleClick classes="govuk-button--secondary cn-flush">
          Remove<span class="govuk-visually-hidden"> {line.item} from the list</span>
        </Button>
      </form>
    </div>
  );
}
