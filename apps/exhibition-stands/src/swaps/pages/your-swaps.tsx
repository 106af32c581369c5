import { Tag } from '#ui';
import { ownSwapPath } from '../addresses.js';
import { isOpen } from '../domain/swap.js';
import { givesInWords, nameIn } from '../in-words.js';
import type { OwnSwaps } from '../read-swaps.js';
import { SwapTag } from './swap-tag.js';

interface YourSwapsProps {
  readonly own: OwnSwaps;
  /** Of their own link. */
  readonly secret: string;
  /** `h2` unless told. */
  readonly heading?: 'h2' | 'h3';
}

/** What somebody asked others to swap, and was asked; nothing where there is none. */
export function YourSwaps({ own, secret, heading: Heading = 'h2' }: YourSwapsProps) {
  const { swaps, exhibition, member, names } = own;
  if (swaps.length === 0) return null;
  const id = `swaps-${exhibition.id}`;
  return (
    <section aria-labelledby={id}>
      <Heading class={Heading === 'h2' ? 'govuk-heading-l' : 'govuk-heading-m'} id={id}>
        Your swaps
      </Heading>
      <ul class="govuk-list cn-panel">
        {swaps.map((swap) => {
          const isAsker = swap.askerId === member.id;
          const gives = givesInWords(swap, exhibition.zone);
          const [mine, theirs] = isAsker ? [gives.asker, gives.other] : [gives.other, gives.asker];
          const partner = nameIn(names, isAsker ? swap.otherId : swap.askerId);
          return (
            <li key={swap.id}>
              <p class="govuk-body">
                <a class="govuk-link" href={ownSwapPath(secret, swap.id)}>
                  {mine === null ? `Take ${theirs}` : `Give ${mine}`}
                  {mine !== null && theirs !== null ? ` for ${theirs}` : ''}
                </a>
                , <bdi>{`${isAsker ? 'with' : 'asked by'} ${partner}`}</bdi>{' '}
                {swap.status === 'asked' && !isAsker ? (
                  <Tag colour="yellow">Answer</Tag>
                ) : (
                  <SwapTag status={swap.status} />
                )}
                {!isOpen(swap.status) && swap.status !== 'done' ? ': nothing has been swapped.' : ''}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
