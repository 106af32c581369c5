import type { ClaimedSearch, Search, SearchStatus } from '#solver';
import type { RotaAnswer, RotaProblem } from '../index.js';

/** `done`: there is an answer, written to the draft unless it is infeasible. */
export type FillStatus = SearchStatus;

/** One filling of an exhibition's draft, as somebody asked for it. */
export type Fill = Search<'exhibitionId', RotaAnswer>;

/** A fill that somebody has taken up. */
export type ClaimedFill = ClaimedSearch<'exhibitionId', RotaProblem>;

export const failures = {
  unchanged: 'The draft is as it was.',
  diedTwice:
    'The service stopped twice while the rota was being filled. The draft is as it was. Ask for a smaller part, or tell us.',
  notWritten:
    'A rota was found but could not be written down. The draft is as it was. Fill it again in a few minutes.',
  personErased:
    'Somebody on the team was erased meanwhile, so the rota was not filled. The draft is as it was. Fill it again.',
} as const;
