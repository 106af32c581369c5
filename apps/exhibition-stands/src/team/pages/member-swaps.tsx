import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { swapPath } from '../../swaps/addresses.js';
import { SwapTag } from '../../swaps/pages/swap-tag.js';
import { Line } from '../../swaps/pages/swaps.view.js';
import type { OwnSwaps } from '../../swaps/read-swaps.js';

export interface MemberSwapsProps {
  readonly exhibition: Pick<Exhibition, 'id' | 'zone'>;
  readonly swaps: Pick<OwnSwaps, 'swaps' | 'names'>;
}

/** What somebody of the team asked others to swap, and was asked, as staff see it; nothing where there is none. */
export function MemberSwaps({ exhibition, swaps: { swaps, names } }: MemberSwapsProps) {
  if (swaps.length === 0) return null;
  return (
    <section aria-labelledby="swaps">
      <h2 class="govuk-heading-l" id="swaps">
        Swaps
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {swaps.map((swap) => (
          <li key={swap.id}>
            <a class="govuk-link" href={swapPath(exhibition.id, swap.id)}>
              <Line swap={swap} names={names} zone={exhibition.zone} />
            </a>{' '}
            <SwapTag status={swap.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
