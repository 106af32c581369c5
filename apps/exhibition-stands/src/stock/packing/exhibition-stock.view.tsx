import { Button, EmptyState, numberInWords, ResponsiveTable } from '#ui';
import { exhibitionStockPath, itemPath, placePath, stockPath, transportsPath } from '../addresses.js';
import type { Transport } from '../carrying/read-transports.js';
import { TransportList } from '../carrying/transport-list.js';
import { amountOf } from '../in-words.js';
import type { StandStock } from '../reading/stock-on-stand.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import { PackingForms, type PackingFormsProps } from './packing-forms.js';
import { PackingList } from './packing-list.js';
import type { PackingLine } from './read-packing.js';

export interface ExhibitionStockProps {
  readonly exhibitionId: string;
  readonly stock: readonly StandStock[];
  readonly lines: readonly PackingLine[];
  readonly transports: readonly Transport[];
  readonly places: readonly StockPlaceRow[];
  readonly forms: PackingFormsProps;
}

/** What is on the stand, what is packed for it, and who carries it. */
export function ExhibitionStockView(props: ExhibitionStockProps) {
  const { exhibitionId, stock, lines, transports } = props;
  const own = props.places.filter((place) => place.exhibitionId === exhibitionId);
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={stockPath}>
          Stock in all places
        </a>
      </p>
      <h2 class="govuk-heading-m">On the stand</h2>
      {own.length === 0 ? (
        <EmptyState titleText="The stand has no place in the stock yet" headingLevel={3}>
          <p class="govuk-body">
            <a class="govuk-link" href={`${stockPath}/places/new`}>
              Add the stand as a place
            </a>{' '}
            of this exhibition: what is brought there, handed out and counted is then listed here, with how
            long it lasts.
          </p>
        </EmptyState>
      ) : (
        <>
          <ul class="govuk-list">
            {own.map(({ id, code, name }) => (
              <li key={id}>
                <a class="govuk-link" href={placePath(code)}>
                  <bdi>{name}</bdi>
                </a>
                ,{' '}
                <a class="govuk-link" href={`${placePath(code)}/count`}>
                  count what is there<span class="govuk-visually-hidden"> in {name}</span>
                </a>
              </li>
            ))}
          </ul>
          <StandTable stock={stock} />
        </>
      )}
      <h2 class="govuk-heading-m" id="packing">
        Packing list
      </h2>
      {lines.length === 0 ? (
        <p class="govuk-body">
          What should travel, from where and into which box, is listed here. Ticked off, it has moved.
        </p>
      ) : (
        <PackingList exhibitionId={exhibitionId} lines={lines} />
      )}
      <PackingForms {...props.forms} />
      <h2 class="govuk-heading-m">Who carries what</h2>
      {transports.length === 0 && <p class="govuk-body">Nothing is planned to be carried there or back.</p>}
      <TransportList transports={transports} backTo={exhibitionStockPath(exhibitionId)} headingLevel={3} />
      <Button href={`${transportsPath}/new`} classes="govuk-button--secondary">
        Plan a transport
      </Button>
    </>
  );
}

function StandTable({ stock }: { readonly stock: readonly StandStock[] }) {
  if (stock.length === 0) return <p class="govuk-body">Nothing has been brought there yet.</p>;
  return (
    <ResponsiveTable
      caption="What is there, and how long it lasts"
      columns={[
        { key: 'item', heading: 'Item' },
        { key: 'remains', heading: 'There', format: 'numeric' },
        { key: 'used', heading: 'Used', format: 'numeric' },
        { key: 'words', heading: 'Forecast' },
      ]}
      rows={stock.map(({ item, remains, used, words, isLow, forecast }) => [
        <a class="govuk-link" href={itemPath(item.id)}>
          <bdi>{item.name}</bdi>
        </a>,
        amountOf(remains, item),
        numberInWords(used),
        <>
          {words}
          {forecast.kind === 'runs-out' && ` (${forecast.openDays} open days)`}
          {isLow && <strong> Order more: few remain in all.</strong>}
        </>,
      ])}
    />
  );
}
