import { PassesController } from './api/passes.controller.js';
import { ChangePasses } from './change-passes.js';
import { GiveBackPasses } from './give-back-passes.js';
import { LimitPasses } from './limit-passes.js';
import { PassesPage } from './pages/passes.page.js';
import { PassDaysOf } from './pass-days-of.js';
import { PassLimitsOf } from './pass-limits-of.js';
import { ReadOwnPasses } from './read-own-passes.js';
import { ReadPasses } from './read-passes.js';

export const passPages = [PassesPage, PassesController];

export const passProviders = [
  ChangePasses,
  GiveBackPasses,
  LimitPasses,
  PassDaysOf,
  PassLimitsOf,
  ReadOwnPasses,
  ReadPasses,
];
