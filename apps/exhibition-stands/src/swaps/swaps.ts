import { AnswerSwap } from './answer-swap.js';
import { OwnSwapsController } from './api/own-swaps.controller.js';
import { SwapsController } from './api/swaps.controller.js';
import { AskForSwap } from './ask-for-swap.js';
import { CarryOutSwap } from './carry-out-swap.js';
import { DecideSwap } from './decide-swap.js';
import { EndSwaps } from './end-swaps.schedule.js';
import { LapseSwaps } from './lapse-swaps.js';
import { AskSwapPage } from './pages/ask-swap.page.js';
import { OwnSwapPage } from './pages/own-swap.page.js';
import { SwapPage } from './pages/swap.page.js';
import { SwapsPage } from './pages/swaps.page.js';
import { ReadChoices } from './read-choices.js';
import { ReadSituation } from './read-situation.js';
import { ReadSwaps } from './read-swaps.js';
import { SwapMails } from './swap-mails.js';
import { SwapsRepository } from './swaps.repository.js';

/** The pages on which shifts are swapped, and the same for programs. */
export const swapPages = [AskSwapPage, OwnSwapPage, SwapsPage, SwapPage, SwapsController, OwnSwapsController];

export const swapProviders = [
  AnswerSwap,
  AskForSwap,
  CarryOutSwap,
  DecideSwap,
  LapseSwaps,
  ReadChoices,
  ReadSituation,
  ReadSwaps,
  SwapMails,
  SwapsRepository,
];

export const swapSchedules = [EndSwaps];
