import { z } from 'zod';
import { appNames, envelope, messageTypes, registry } from '#contracts';

/** What of a message is agreed beforehand, and so tells nothing of anybody: the names of its fields and fixed values. */
export interface KnownWords {
  readonly fields: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

function* partsOf(schema: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof schema !== 'object' || schema === null) return;
  yield schema as Readonly<Record<string, unknown>>;
  for (const part of Object.values(schema)) yield* partsOf(part);
}

function namesIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function fixedIn({ enum: choices, const: only }: Readonly<Record<string, unknown>>): string[] {
  const values: unknown[] = Array.isArray(choices) ? [...choices, only] : [only];
  return values.filter((value) => typeof value === 'string');
}

function collect(): KnownWords {
  const schemas = [envelope, ...messageTypes.map((type) => registry[type].payload)];
  const parts = schemas.flatMap((schema) => [
    ...partsOf(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })),
  ]);
  return {
    fields: new Set(parts.flatMap(({ properties }) => namesIn(properties))),
    values: new Set([...parts.flatMap(fixedIn), ...messageTypes, ...appNames]),
  };
}

let known: KnownWords | null = null;

/** The words of all messages in the registry. */
export function knownWords(): KnownWords {
  known ??= collect();
  return known;
}
