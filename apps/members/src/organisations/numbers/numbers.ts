import { CountMembers } from './count-members.js';
import { FindNumbers } from './find-numbers.js';
import { NumbersController } from './numbers.controller.js';
import { NumbersPage } from './pages/numbers.page.js';

/** The pages that tell of the membership over time. */
export const numbersPages = [NumbersPage, NumbersController];

/** What those pages are made with. */
export const numbersProviders = [CountMembers, FindNumbers];
