import { chipData, chipKey, markTarget, openShift, type ChipData } from './places.js';
import type { Sender } from './sender.js';

/** Moves people by the mouse: onto a shift, or onto somebody in another to swap with them. */
export function dragging(board: HTMLElement, { act }: Sender): void {
  let held: { readonly chip: HTMLElement; readonly data: ChipData } | null = null;

  const letGo = () => {
    if (held) delete held.chip.dataset['held'];
    held = null;
    markTarget(board, null);
  };

  board.addEventListener('dragstart', (event) => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-chip]') : null;
    if (!chip || !openShift(chip)) return;
    held = { chip, data: chipData(chip) };
    chip.dataset['held'] = '';
    event.dataTransfer?.setData('text/plain', held.data.name);
  });

  board.addEventListener('dragover', (event) => {
    const shift = held && event.target instanceof Element ? openShift(event.target) : null;
    if (!shift) return;
    event.preventDefault();
    markTarget(board, shift);
  });

  board.addEventListener('drop', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const to = openShift(target)?.dataset['shift'];
    if (!held || to === undefined) return;
    event.preventDefault();
    const { shift, member } = held.data;
    const onto = target?.closest<HTMLElement>('[data-chip]');
    letGo();
    if (to === shift) return;
    if (onto && chipData(onto).member !== member) {
      const other = chipData(onto);
      const swap = { act: 'swap', shift, member, with: `${other.shift}/${other.member}` };
      void act(swap, chipKey(other.shift, member));
    } else void act({ act: 'move', shift, member, to }, chipKey(to, member));
  });

  board.addEventListener('dragend', letGo);
}
