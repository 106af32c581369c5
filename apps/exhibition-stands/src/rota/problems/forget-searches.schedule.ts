import { Injectable } from '@nestjs/common';
import type { Schedule } from '#messaging';
import { ProgramTurns } from './program-turns.js';

/** Forgets who had rotas searched for once that counts no more. */
@Injectable()
export class ForgetSearches implements Schedule {
  readonly name = 'forget-searches';
  readonly every = 300_000;

  constructor(private readonly turns: ProgramTurns) {}

  run(): Promise<void> {
    return this.turns.forgetOld();
  }
}
