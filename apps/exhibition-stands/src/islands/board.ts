import { dragging } from './board/dragging.js';
import { keyboard } from './board/keyboard.js';
import { sender } from './board/sender.js';

for (const board of document.querySelectorAll<HTMLElement>('[data-board]')) {
  const send = sender(board);
  dragging(board, send);
  keyboard(board, send);
}
