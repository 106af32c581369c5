import type { EntityManager } from 'typeorm';
import { inTurns } from '#imports';
import { nameKey } from '../../domain/name-key.js';
import { AlikeNames } from '../domain/alike.js';
import type { Cells } from '../domain/imported-row.js';
import type { Alike } from './plan-row.js';

/** The name of an organisation on record. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
}

/** Whom a row speaks of, as far as the records tell. */
export type Identified =
  | { readonly by: 'id' | 'name'; readonly known: KnownName }
  | { readonly by: 'likeness'; readonly alike: Alike }
  | { readonly by: 'nothing' };

/** The names of all organisations on record. */
export class KnownNames {
  private readonly byId: ReadonlyMap<string, KnownName>;
  private readonly byKey: ReadonlyMap<string, KnownName>;
  private readonly alike = new AlikeNames<Alike>();

  private constructor(names: readonly (KnownName & { readonly key: string })[]) {
    this.byId = new Map(names.map((known) => [known.id, known]));
    this.byKey = new Map(names.map((known) => [known.key, known]));
  }

  static async load(manager: EntityManager): Promise<KnownNames> {
    const found: KnownName[] = await manager.query(
      'SELECT id, name FROM organisations ORDER BY created_at, id',
    );
    const names = new KnownNames(await inTurns(found, (each) => ({ ...each, key: nameKey(each.name) })));
    await inTurns(found, ({ id, name }) => names.alike.add({ id, name, line: null }));
    return names;
  }

  /** By the id that an export writes; else by the name, however it is written; else by what it looks like. */
  identify({ id = '', name = '' }: Cells): Identified {
    const byId = this.byId.get(id.toLowerCase());
    if (byId !== undefined) return { by: 'id', known: byId };
    const byName = this.named(name);
    if (byName !== null) return { by: 'name', known: byName };
    const alike = name === '' ? null : this.alike.find(name);
    return alike === null ? { by: 'nothing' } : { by: 'likeness', alike };
  }

  /** The organisation of this name, however it is written. */
  named(name: string): KnownName | null {
    return this.byKey.get(nameKey(name)) ?? null;
  }
}
