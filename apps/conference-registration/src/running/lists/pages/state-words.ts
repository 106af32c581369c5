import { bookingStatusWords, delegateStatusWords } from '../../status-tags.js';
import type { BookingState, DelegateState } from '../domain/list-query.js';

export function bookingStateWords(state: BookingState): string {
  if (state === 'current') return 'All but given up or cancelled';
  return state === 'any' ? 'Any' : bookingStatusWords(state);
}

export function delegateStateWords(state: DelegateState): string {
  if (state === 'current') return 'All but given up or cancelled';
  return state === 'any' ? 'Any' : delegateStatusWords(state);
}
