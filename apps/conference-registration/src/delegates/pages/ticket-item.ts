import { approvalInWords } from '../../catalogue/offer-words.js';
import type { TicketChoice } from '../ticket-choices.js';

/** A ticket or an add-on as something to choose: what it is called, what it costs, and whether it can be had at all. */
export function ticketItem({ ticketType, price, isFull }: TicketChoice) {
  const { id, name, kind, needsApproval } = ticketType;
  const sentence = `${price.charAt(0).toUpperCase()}${price.slice(1)}`;
  const hint = [
    sentence,
    needsApproval ? approvalInWords.replace(/\.$/, '') : null,
    isFull ? 'No places left at the moment' : null,
  ];
  return {
    value: id,
    text: name,
    hint: hint.filter((part) => part !== null).join('. '),
    // A ticket may still be had in exchange for the one that somebody has; nothing is exchanged for an add-on.
    ...(isFull && kind === 'add-on' && { disabled: true }),
  };
}
