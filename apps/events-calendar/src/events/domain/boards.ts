/** A board of the network: what addresses and rights call it, and what people call it. */
export interface Board {
  readonly slug: string;
  readonly name: string;
}

/** The boards that an event can be for. */
export const boards: readonly Board[] = [
  { slug: 'executive-oversight-committee', name: 'Executive Oversight Committee' },
  { slug: 'values-and-principles-board', name: 'Values & Principles Board' },
  { slug: 'finance-and-general-purposes-group', name: 'Finance and General Purposes Group' },
  { slug: 'neighbourhoods-steering-group', name: 'Co-operative Neighbourhoods steering group' },
];

/** The board's name; its slug where it is not one of ours any more. */
export function boardName(slug: string): string {
  return boards.find((board) => board.slug === slug)?.name ?? slug;
}
