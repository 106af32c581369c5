import type { Provider } from '@nestjs/common';
import { RotaProblemsController } from './rota-problems.controller.js';
import { SolveForProgram } from './solve-for-program.js';
import { SolverBudget } from './solver-budget.js';

export const rotaProblemsControllers = [RotaProblemsController];

export const rotaProblemsProviders: Provider[] = [
  SolveForProgram,
  { provide: SolverBudget, useFactory: () => new SolverBudget() },
];
