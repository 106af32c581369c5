import { numberInWords, ResponsiveTable, Tag, Tags } from '#ui';
import { itemPath, placePath } from '../addresses.js';
import { isLow } from '../domain/forecast.js';
import { amountOf } from '../in-words.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockLevelRow } from '../stock-ledger.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';

export interface StockTableProps {
  readonly items: readonly StockItemRow[];
  readonly places: readonly StockPlaceRow[];
  readonly levels: readonly StockLevelRow[];
  /** How long each lasts, in words, by the item’s id. */
  readonly lasting: ReadonlyMap<string, string>;
}

/** How many of an item there are in all places. */
export const remainsOf = (levels: readonly StockLevelRow[], itemId: string): number =>
  levels.reduce((sum, level) => (level.itemId === itemId ? sum + level.quantity : sum), 0);

/** Items by places. A place with nothing in it has no column. */
export function StockTable({ items, places, levels, lasting }: StockTableProps) {
  const used = places.filter(({ id }) => levels.some(({ placeId }) => placeId === id));
  const at = (itemId: string, placeId: string) =>
    levels.find((level) => level.itemId === itemId && level.placeId === placeId)?.quantity;
  return (
    <ResponsiveTable
      caption="Items by places"
      captionClasses="govuk-table__caption--m"
      isWide
      columns={[
        { key: 'item', heading: 'Item' },
        { key: 'state', heading: 'How it stands' },
        { key: 'remains', heading: 'In all', format: 'numeric' },
        ...used.map(({ code, name }) => ({ key: code, heading: name, format: 'numeric' as const })),
      ]}
      rows={items.map((item) => {
        const remains = remainsOf(levels, item.id);
        return [
          <a class="govuk-link" href={itemPath(item.id)}>
            <bdi>{item.name}</bdi>
          </a>,
          <ItemState item={item} remains={remains} words={lasting.get(item.id)} />,
          amountOf(remains, item),
          ...used.map(({ id }) => {
            const quantity = at(item.id, id);
            return quantity === undefined ? undefined : numberInWords(quantity);
          }),
        ];
      })}
    />
  );
}

interface ItemStateProps {
  readonly item: Pick<StockItemRow, 'reorderLevel'>;
  readonly remains: number;
  readonly words?: string | undefined;
}

/** Whether more should be ordered, and how long it lasts. */
export function ItemState({ item, remains, words }: ItemStateProps) {
  const low = isLow(remains, item.reorderLevel);
  return (
    <>
      <Tags>
        {low ? (
          <Tag colour={remains === 0 ? 'red' : 'orange'}>{remains === 0 ? 'None left' : 'Order more'}</Tag>
        ) : (
          <Tag colour="green">Enough</Tag>
        )}
      </Tags>
      {words !== undefined && <span class="cn-quiet">{words}</span>}
    </>
  );
}

/** The places, with the way to each. */
export function PlaceList({ places, levels }: Pick<StockTableProps, 'places' | 'levels'>) {
  return (
    <ul class="govuk-list">
      {places.map(({ id, code, name }) => {
        const kinds = levels.filter(({ placeId }) => placeId === id).length;
        return (
          <li key={id}>
            <a class="govuk-link" href={placePath(code)}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="cn-quiet">
              {code}, {kinds === 0 ? 'nothing in it' : `${kinds} ${kinds === 1 ? 'item' : 'items'} in it`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
