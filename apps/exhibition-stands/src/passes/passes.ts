import { GiveBackPasses } from './give-back-passes.js';
import { PassDaysOf } from './pass-days-of.js';
import { PassLimitsOf } from './pass-limits-of.js';

export const passProviders = [GiveBackPasses, PassDaysOf, PassLimitsOf];
