import type { RecordedKind } from '../domain/movement.js';
import { amountOf } from '../in-words.js';
import type { Recorded } from '../recording/record-movement.js';

/** What a movement is called while it is being recorded. */
export const recordWords: Readonly<
  Record<RecordedKind, { readonly heading: string; readonly verb: string }>
> = {
  receive: { heading: 'Receive stock', verb: 'Receive' },
  move: { heading: 'Move stock', verb: 'Move' },
  'hand-out': { heading: 'Hand out', verb: 'Hand out' },
  return: { heading: 'Take back', verb: 'Take back' },
};

/** "5 packs moved from Box 3 to Stand B12." @param there what is left where it was taken from; `null`: not to be told */
export function recordedWords({ act, item, from, to, quantity }: Recorded, there: number | null): string {
  const amount = amountOf(quantity, item);
  const left = there === null || from === null ? '' : ` ${amountOf(there, item)} left in ${from.name}.`;
  switch (act.kind) {
    case 'receive':
      return `${amount} received into ${to?.name ?? ''}.`;
    case 'return':
      return `${amount} taken back into ${to?.name ?? ''}.`;
    case 'hand-out':
      return `${amount} handed out from ${from?.name ?? ''}.${left}`;
    default:
      return `${amount} moved from ${from?.name ?? ''} to ${to?.name ?? ''}.${left}`;
  }
}
