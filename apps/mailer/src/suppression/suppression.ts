import { AllowAgain } from './allow-again.js';
import { FindSuppressed } from './find-suppressed.js';
import { AllowAgainPage } from './pages/allow-again.page.js';
import { ListSuppressedPage } from './pages/list-suppressed.page.js';

export const suppressionControllers = [ListSuppressedPage, AllowAgainPage];

export const suppressionProviders = [FindSuppressed, AllowAgain];
