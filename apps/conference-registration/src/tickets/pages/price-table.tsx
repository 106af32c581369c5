import { moneyInWords, ResponsiveTable } from '#ui';
import type { Price } from '../../catalogue/domain/catalogue.js';
import { categories, categoryTitles } from '../../members/domain/organisation.js';
import { shortDay } from '../../set-up/writing.js';
import { tiersOf } from '../domain/price-table.js';

/** What each category pays, early and ordinarily. */
export function PriceTable({ name, prices }: { readonly name: string; readonly prices: readonly Price[] }) {
  const tiers = tiersOf(prices);
  return (
    <ResponsiveTable
      caption={`Prices of ${name}, before VAT`}
      captionClasses="govuk-visually-hidden"
      columns={[
        { key: 'category', heading: 'Category' },
        ...tiers.map(({ until }) => ({
          key: until ?? 'ordinary',
          heading: until === null ? (tiers.length > 1 ? 'Afterwards' : 'Price') : `Until ${shortDay(until)}`,
          format: 'numeric' as const,
        })),
      ]}
      rows={categories.map((category) => [
        categoryTitles[category],
        ...tiers.map((_, index) => (
          <PriceCell
            pence={tiers[index]?.pence[category]}
            later={tiers.slice(index).find(({ pence }) => pence[category] !== undefined)?.pence[category]}
          />
        )),
      ])}
    />
  );
}

interface PriceCellProps {
  readonly pence: number | undefined;
  /** What they pay then, where they have no price of their own for those days. */
  readonly later: number | undefined;
}

function PriceCell({ pence, later }: PriceCellProps) {
  if (pence !== undefined) return <>{inWords(pence)}</>;
  return <span class="cn-quiet">{later === undefined ? 'No price' : inWords(later)}</span>;
}

const inWords = (pence: number): string => (pence === 0 ? 'Free' : moneyInWords(pence));
