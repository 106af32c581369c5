import { SwapRow } from './swap.entity.js';

export const swapEntities = [SwapRow];
