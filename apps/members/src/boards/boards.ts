import { BoardsPage } from './pages/boards.page.js';
import { ReadBoards } from './read-boards.js';

export const boardPages = [BoardsPage];

export const boardProviders = [ReadBoards];
