import type { ComponentChildren } from 'preact';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import type { Form, SubmittedValues } from '#ui';
import type { PlanPart } from './addresses.js';
import type { SeenThing } from './problems.js';

/** A kind of thing that is planned for a visit, as its forms need it. */
export interface ThingKind<Thing, Input> {
  readonly part: PlanPart;
  /** Within a sentence: "task". */
  readonly what: string;
  /** Whether it can be deleted now; left out: always. */
  readonly mayDelete?: (thing: Thing) => boolean;
  /** The form's controls, in the order of the page. */
  readonly names: readonly string[];
  /** What the thing is called. */
  readonly title: (thing: Thing) => string;
  readonly fill: (thing: Thing) => SubmittedValues;
  readonly read: (values: SubmittedValues) => Input;
  readonly fields: (form: Form) => Promise<ComponentChildren>;
  /** @throws Problem 404 */
  readonly one: (which: Omit<SeenThing, 'version'>) => Promise<Thing>;
  /** Whether it says already what a form says. */
  readonly saysAlready: (thing: Thing, input: Input) => boolean;
  /** @throws Problem 404; 422 */
  readonly add: (manager: EntityManager, actor: Actor, visitId: string, input: Input) => Promise<Thing>;
  /** @throws Problem 404; 409 `edited-meanwhile`; 422 */
  readonly edit: (actor: Actor, seen: SeenThing, input: Input) => Promise<Thing>;
  /** @throws Problem 404; 409 `edited-meanwhile` */
  readonly remove: (actor: Actor, seen: SeenThing) => Promise<Thing>;
}

/** What every thing of a plan has. */
export interface PlannedThing {
  readonly id: string;
  readonly version: number;
}
