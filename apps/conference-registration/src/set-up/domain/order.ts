/** One step up or down in a list, as a button says it: which thing, which way, and where it stood when it was shown. */
export interface Move {
  readonly id: string;
  readonly by: -1 | 1;
  /** From 0. */
  readonly from: number;
}

const text = /^(up|down) ([0-9a-f-]{36}) (\d{1,4})$/;

/** What a button sends: "up <id> 3". */
export const moveText = ({ id, by, from }: Move): string => `${by < 0 ? 'up' : 'down'} ${id} ${from}`;

/** @returns `null` for anything else */
export function readMove(sent: string): Move | null {
  const [, way, id, from] = text.exec(sent) ?? [];
  if (id === undefined) return null;
  return { id, by: way === 'up' ? -1 : 1, from: Number(from) };
}

/**
 * The order after a move. Something that stands elsewhere by now was moved already, by a first press of the button or by
 * somebody else: then the order stays as it is.
 */
export function moved(ids: readonly string[], { id, by, from }: Move): readonly string[] {
  const other = ids[from + by];
  if (ids[from] !== id || other === undefined) return ids;
  return ids.map((each) => (each === id ? other : each === other ? id : each));
}

/** Whether an order names every thing, each once. */
export function namesAll(ids: readonly string[], order: readonly string[]): boolean {
  return (
    order.length === ids.length && new Set(order).size === ids.length && ids.every((id) => order.includes(id))
  );
}

/** Whether two orders are the same. */
export const isSameOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => other[index] === id);
