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
        ...tiers.map(({ pence }) => <PriceCell pence={pence[category]} />),
      ])}
    />
  );
}

function PriceCell({ pence }: { readonly pence: number | undefined }) {
  if (pence === undefined) return <span class="cn-quiet">No price</span>;
  return <>{pence === 0 ? 'Free' : moneyInWords(pence)}</>;
}
