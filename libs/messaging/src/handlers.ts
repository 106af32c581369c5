import { typesConsumedBy, type AppName, type MessageType } from '#contracts';
import type { MessageHandler } from './message-handler.js';

/** An app's handlers by the type of message. */
export type Handlers = ReadonlyMap<string, MessageHandler>;

/**
 * The handlers of an app, once it is sure that each type that the registry says it consumes has exactly one.
 *
 * @throws Error naming every type that has none, or several, or that the app does not consume
 */
export function handlersOf(app: AppName, handlers: readonly MessageHandler[]): Handlers {
  const wanted: readonly MessageType[] = typesConsumedBy(app);
  const count = (type: string) => handlers.filter((handler) => handler.type === type).length;
  const found = [...new Set(handlers.map(({ type }) => type))];
  const wrong = [
    ...wanted.filter((type) => count(type) === 0).map((type) => `${type} has no handler`),
    ...wanted.filter((type) => count(type) > 1).map((type) => `${type} has ${count(type)} handlers`),
    ...found.filter((type) => !wanted.includes(type)).map((type) => `${type} is not for ${app} to handle`),
  ];
  if (wrong.length > 0) throw new Error(`${app}: ${wrong.join('; ')}`);
  return new Map(handlers.map((handler) => [handler.type, handler]));
}
