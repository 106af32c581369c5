import { chipData, chipKey, markTarget, openShift, shiftKey, type ChipData } from './places.js';
import type { Sender } from './sender.js';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One stop of the tab key for all places, arrow keys between them, and keys to move, pin and take off. */
export function keyboard(board: HTMLElement, { act, say }: Sender): void {
  let held: { readonly chip: HTMLElement; readonly data: ChipData } | null = null;

  const places = () => [...board.querySelectorAll<HTMLElement>('[data-chip], [data-gap]')];
  const openShifts = () =>
    [...board.querySelectorAll<HTMLElement>('[data-shift]')].filter((shift) => openShift(shift));

  const rove = (to: HTMLElement | undefined) => {
    for (const place of places()) place.tabIndex = place === to ? 0 : -1;
  };

  const begin = () => {
    held = null;
    const help = board.querySelector<HTMLElement>('[data-board-help]');
    if (help) help.hidden = false;
    for (const place of places()) {
      const isChip = place.dataset['chip'] !== undefined;
      if (isChip) place.setAttribute('aria-keyshortcuts', 'M P Delete');
      place.setAttribute('draggable', String(isChip));
    }
    const focused = document.activeElement;
    rove(focused instanceof HTMLElement && places().includes(focused) ? focused : places()[0]);
  };

  const letGo = (words: string) => {
    if (held) delete held.chip.dataset['held'];
    held = null;
    markTarget(board, null);
    say(words);
  };

  const target = () => board.querySelector<HTMLElement>('[data-target]');

  const holding = (event: KeyboardEvent, { data }: { readonly data: ChipData }) => {
    const shifts = openShifts();
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const now = shifts.indexOf(target() ?? shifts[0] ?? board);
      const next = shifts[(now + step + shifts.length) % shifts.length] ?? null;
      markTarget(board, next);
      next?.scrollIntoView({ block: 'nearest' });
      say(next?.dataset['shiftName'] ?? '');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const to = target()?.dataset['shift'] ?? data.shift;
      letGo('');
      if (to !== data.shift)
        void act(
          { act: 'move', shift: data.shift, member: data.member, to },
          chipKey(to, data.member),
          shiftKey(to),
        );
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      letGo(`${data.name} stays.`);
    }
  };

  const resting = (event: KeyboardEvent, place: HTMLElement) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const all = places();
      const next = all[(all.indexOf(place) + step + all.length) % all.length];
      rove(next);
      next?.focus();
      return;
    }
    if (place.dataset['chip'] === undefined || !openShift(place)) return;
    const data = chipData(place);
    const { shift, member } = data;
    const key = event.key.toLowerCase();
    if (key === 'm') {
      event.preventDefault();
      held = { chip: place, data };
      place.dataset['held'] = '';
      markTarget(board, openShift(place));
      say(
        `${data.name} is picked up. Choose a shift with the arrow keys, press Enter to put them there, Escape to stop.`,
      );
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      void act({ act: 'take', shift, member }, `gap ${shift} 0`, shiftKey(shift));
    } else if (key === 'p') {
      event.preventDefault();
      void act({ act: data.isPinned ? 'unpin' : 'pin', shift, member }, chipKey(shift, member));
    }
  };

  board.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-chip], [data-gap]') : null;
    if (!place) return;
    if (held) holding(event, held);
    else resting(event, place);
  });
  board.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement && places().includes(event.target)) rove(event.target);
  });
  board.addEventListener('board-shown', begin);
  begin();
}
