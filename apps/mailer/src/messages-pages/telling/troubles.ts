import type { AppName } from '#contracts';
import type { MessageState } from '#messaging';

/** Something that somebody should look at. */
export type Trouble =
  | { readonly kind: 'silent'; readonly app: AppName }
  | { readonly kind: 'no-queue'; readonly app: AppName }
  | { readonly kind: 'dead-letters'; readonly app: AppName; readonly count: number }
  | { readonly kind: 'not-handed-over'; readonly app: AppName; readonly count: number; readonly ms: number }
  | { readonly kind: 'behind'; readonly app: AppName; readonly ms: number };

/** What waits longer than this to be handed over is stuck: it is tried every few seconds. In milliseconds. */
const patience = 60_000;

/** What needs doing, the worst first; empty when all is well. @param now an instant, in milliseconds since 1970 */
export function troublesOf(
  states: readonly { readonly app: AppName; readonly told: MessageState | null }[],
  now: number,
): Trouble[] {
  return [
    ...states.flatMap(({ app, told }): Trouble[] => (told === null ? [{ kind: 'silent', app }] : [])),
    ...states.flatMap(({ app, told }) => (told === null ? [] : [...troublesIn(app, told, now)])),
  ];
}

function* troublesIn(
  app: AppName,
  { outbox, queue, lag, deadLetters }: MessageState,
  now: number,
): Generator<Trouble> {
  if (queue === null) yield { kind: 'no-queue', app };
  const count = deadLetters.resting + (queue?.failed ?? 0);
  if (count > 0) yield { kind: 'dead-letters', app, count };
  const waited = outbox.oldestAt === null ? 0 : now - Date.parse(outbox.oldestAt);
  if (waited > patience) yield { kind: 'not-handed-over', app, count: outbox.waiting, ms: waited };
  if (lag !== null && lag.p95 > patience) yield { kind: 'behind', app, ms: lag.p95 };
}
