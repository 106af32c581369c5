import type { Provider } from '@nestjs/common';
import { ForgetSearches } from './forget-searches.schedule.js';
import { ProgramTurns } from './program-turns.js';
import { RotaProblemsController } from './rota-problems.controller.js';
import { SolveForProgram } from './solve-for-program.js';

export const rotaProblemsControllers = [RotaProblemsController];

export const rotaProblemsProviders: Provider[] = [SolveForProgram, ProgramTurns, ForgetSearches];

export const rotaProblemsSchedules = [ForgetSearches];
