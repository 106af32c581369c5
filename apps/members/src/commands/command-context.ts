import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { INestApplicationContext } from '@nestjs/common';
import { Outbox } from '#messaging';
import { ChangeNotices, createLog, Problem, Transactions } from '#platform';
import { ApiTokens } from '../api-tokens/api-tokens.js';
import { MakeToken } from '../api-tokens/make-token.js';
import { AuditLog } from '../audit/audit-log.js';
import { createDataSource } from '../data-source.js';
import { peopleProviders } from '../people/people.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';

/** What whoever typed the command did wrong, or the database lacks, in one line. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
}

const now: Clock = () => Temporal.Now.instant();

@Module({})
class CommandModule {}

/** The use cases that commands need, without the service round them: messages go out when it runs. */
async function open(databaseUrl: string): Promise<INestApplicationContext> {
  const dataSource = createDataSource(databaseUrl);
  const module = {
    module: CommandModule,
    imports: [
      TypeOrmModule.forRootAsync({
        useFactory: () => dataSource.options,
        dataSourceFactory: () => dataSource.initialize(),
      }),
    ],
    providers: [
      Transactions,
      AuditLog,
      ApiTokens,
      MakeToken,
      Sessions,
      ...peopleProviders,
      { provide: CLOCK, useValue: now },
      { provide: Outbox, useValue: new Outbox('members') },
      {
        // Nothing is kept here that others' changes could make old: it is never started.
        provide: ChangeNotices,
        useValue: new ChangeNotices(databaseUrl, 'members_changed', createLog('members', 'silent')),
      },
    ],
  };
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}

/**
 * Runs a command's work with the use cases at hand.
 *
 * @throws CommandProblem in one line for what the person who typed the command can put right
 */
export async function withUseCases<Result>(
  databaseUrl: string,
  work: (context: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const context = await open(databaseUrl);
  try {
    return await work(context);
  } catch (error) {
    if (error instanceof Problem) throw new CommandProblem(error.detail, { cause: error });
    throw error;
  } finally {
    await context.close();
  }
}
