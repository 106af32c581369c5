/** Somebody in a shift, as the board's markup says it. */
export interface ChipData {
  readonly shift: string;
  readonly member: string;
  readonly name: string;
  readonly isPinned: boolean;
}

export function chipData(chip: HTMLElement): ChipData {
  const { chip: member = '', chipShift: shift = '', chipName: name = '', pinned } = chip.dataset;
  return { shift, member, name, isPinned: pinned !== undefined };
}

/** The shift that something of the board is in, where people may be put. */
export function openShift(element: Element | null): HTMLElement | null {
  const shift = element?.closest<HTMLElement>('[data-shift]') ?? null;
  return shift?.dataset['settled'] === undefined ? shift : null;
}

export const chipKey = (shift: string, member: string): string => `chip ${shift} ${member}`;

/** The link that a shift is headed with: there whether or not somebody is in the shift, or missing. */
export const shiftKey = (shift: string): string => `shift ${shift}`;

/** Marks the shift that something would be put into, and no other. */
export function markTarget(board: HTMLElement, shift: HTMLElement | null): void {
  for (const marked of board.querySelectorAll<HTMLElement>('[data-target]')) {
    if (marked !== shift) delete marked.dataset['target'];
  }
  if (shift) shift.dataset['target'] = '';
}
