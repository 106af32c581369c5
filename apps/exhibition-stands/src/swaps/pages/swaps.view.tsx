import { EmptyState, momentInWords, ResponsiveTable } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { swapPath } from '../addresses.js';
import type { Swap } from '../domain/swap.js';
import { givesInWords, lapseWords, nameIn, type Names } from '../in-words.js';
import type { ExhibitionSwaps } from '../read-swaps.js';
import { SwapTag } from './swap-tag.js';

interface SwapsViewProps {
  readonly exhibition: Exhibition;
  readonly swaps: ExhibitionSwaps;
}

/** What is to be approved, what nobody has answered, and what has ended. */
export function SwapsView({ exhibition, swaps }: SwapsViewProps) {
  const { toApprove, asked, ended } = swaps;
  if (toApprove.length + asked.length + ended.length === 0) {
    return (
      <EmptyState titleText="Nobody has asked to swap a shift yet">
        <p class="govuk-body">
          Once a rota is published, each of the team can ask another to swap a shift, or to take it, on their
          own page.{' '}
          {exhibition.swapsNeedApproval
            ? 'What they are agreed on waits here for you.'
            : 'They swap as soon as they are agreed; that staff approve it can be set with the details of the exhibition.'}
        </p>
      </EmptyState>
    );
  }
  const parts = { exhibition, names: swaps.names };
  return (
    <>
      <Part {...parts} title="Swaps to approve" swaps={toApprove} none="There is nothing to approve." />
      <Part {...parts} title="Asked, not answered yet" swaps={asked} />
      <Part {...parts} title="Ended" swaps={ended} />
    </>
  );
}

interface PartProps {
  readonly exhibition: Exhibition;
  readonly names: Names;
  readonly title: string;
  readonly swaps: readonly Swap[];
  /** What is said where there are none; nothing unless given. */
  readonly none?: string;
}

function Part({ exhibition, names, title, swaps, none }: PartProps) {
  if (swaps.length === 0 && none === undefined) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{`${title}${swaps.length === 0 ? '' : ` (${swaps.length})`}`}</h2>
      {swaps.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <ResponsiveTable
          caption={title}
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'swap', heading: 'Swap' },
            { key: 'asked', heading: 'Asked' },
            { key: 'stands', heading: 'State' },
          ]}
          rows={swaps.map((swap) => [
            <a class="govuk-link" href={swapPath(exhibition.id, swap.id)}>
              <Line swap={swap} names={names} zone={exhibition.zone} />
            </a>,
            momentInWords(swap.askedAt, exhibition.zone),
            <>
              <SwapTag status={swap.status} />
              <Ended swap={swap} />
            </>,
          ])}
        />
      )}
    </section>
  );
}

/** Who swaps what with whom. */
export function Line({
  swap,
  names,
  zone,
}: {
  readonly swap: Swap;
  readonly names: Names;
  readonly zone: string;
}) {
  const gives = givesInWords(swap, zone);
  return (
    <>
      <bdi>{nameIn(names, swap.askerId)}</bdi>, {gives.asker}, {gives.other === null ? 'to' : 'with'}{' '}
      <bdi>{nameIn(names, swap.otherId)}</bdi>
      {gives.other === null ? '' : `, ${gives.other}`}
    </>
  );
}

function Ended({ swap: { decidedName, reason, lapsedWhy } }: { readonly swap: Swap }) {
  return (
    <>
      {decidedName !== null && (
        <>
          {' '}
          by <bdi>{decidedName}</bdi>
        </>
      )}
      {reason !== '' && (
        <>
          : “<bdi>{reason}</bdi>”
        </>
      )}
      {lapsedWhy !== null && ` ${lapseWords[lapsedWhy]}`}
    </>
  );
}
