import type { ExchangeChoice, SwapChoicesOf } from '../read-choices.js';

/** So many choices can be looked through in one list. */
const inOneList = 20;

/** The part of those to whom a shift could be given; the others are days. */
export const giftsPart = 'people';

/** Some of what a shift could be swapped for. */
export interface ChoicePart {
  /** An ISO date, or {@link giftsPart}. */
  readonly key: string;
  readonly exchanges: readonly ExchangeChoice[];
  readonly gifts: SwapChoicesOf['gifts'];
}

type Choices = Pick<SwapChoicesOf, 'exchanges' | 'gifts'> & {
  readonly exhibition: Pick<SwapChoicesOf['exhibition'], 'zone'>;
};

/**
 * Too many choices by days, the first day first, and whom the shift could be given to after that.
 *
 * @returns none where one list will do
 */
export function choiceParts({ exhibition, exchanges, gifts }: Choices): readonly ChoicePart[] {
  if (exchanges.length + gifts.length <= inOneList) return [];
  const days = Map.groupBy(exchanges, ({ assignment }) =>
    assignment.terms.start.toZonedDateTimeISO(exhibition.zone).toPlainDate().toString(),
  );
  return [
    ...[...days].map(([key, some]) => ({ key, exchanges: some, gifts: [] })),
    ...(gifts.length > 0 ? [{ key: giftsPart, exchanges: [], gifts }] : []),
  ];
}

export const shiftValue = ({ assignment }: ExchangeChoice): string => `shift/${assignment.id}`;
export const personValue = ({ memberId }: SwapChoicesOf['gifts'][number]): string => `person/${memberId}`;

/** The part that was asked for, or has what was chosen; else the first. */
export function partShown(
  parts: readonly ChoicePart[],
  asked: string,
  chosen: string,
): ChoicePart | undefined {
  return (
    parts.find(
      ({ exchanges, gifts }) =>
        exchanges.some((one) => shiftValue(one) === chosen) ||
        gifts.some((one) => personValue(one) === chosen),
    ) ??
    parts.find(({ key }) => key === asked) ??
    parts[0]
  );
}
