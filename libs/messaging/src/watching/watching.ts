import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Log } from '#platform';
import { MessagesController } from './messages.controller.js';
import type { OwnQueue } from './own-queue.js';
import { ReadDeadLetters } from './read-dead-letters.js';
import { ReadState } from './read-state.js';
import { ReadTrace } from './read-trace.js';
import { Requeue } from './requeue.js';

/** For the controllers of every app that sends or receives messages; its access table names their addresses. */
export const messageControllers = [MessagesController];

/** What {@link messageControllers} need. */
export function watchingProviders(queue: OwnQueue, log: Log): Provider[] {
  const inject = [DataSource];
  return [
    { provide: ReadState, inject, useFactory: (source: DataSource) => new ReadState(source, queue, log) },
    { provide: ReadTrace, inject, useFactory: (source: DataSource) => new ReadTrace(source) },
    { provide: ReadDeadLetters, inject, useFactory: (source: DataSource) => new ReadDeadLetters(source) },
    { provide: Requeue, inject, useFactory: (source: DataSource) => new Requeue(source, queue, log) },
  ];
}
