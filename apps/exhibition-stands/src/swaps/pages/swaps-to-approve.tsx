import { Tag } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { swapPath, swapsPath } from '../addresses.js';
import type { ExhibitionSwaps } from '../read-swaps.js';
import { Line } from './swaps.view.js';

interface SwapsToApproveProps {
  readonly exhibition: Pick<Exhibition, 'id' | 'zone'>;
  readonly swaps: Pick<ExhibitionSwaps, 'toApprove' | 'names'>;
}

/** The swaps that wait for staff, among what else they look at; nothing where there are none. */
export function SwapsToApprove({ exhibition, swaps }: SwapsToApproveProps) {
  const { toApprove, names } = swaps;
  if (toApprove.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">
        Swaps to approve <Tag colour="red">Needs doing</Tag>
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {toApprove.map((swap) => (
          <li key={swap.id}>
            <a class="govuk-link" href={swapPath(exhibition.id, swap.id)}>
              <Line swap={swap} names={names} zone={exhibition.zone} />
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={swapsPath(exhibition.id)}>
          All swaps
        </a>
      </p>
    </section>
  );
}
