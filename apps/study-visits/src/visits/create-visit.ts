import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { problemsOf, refused, type Checked } from '#checks';
import { notedActor } from '#people';
import { dateOf, valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { checkDetails, type DetailsInput, type VisitDetails } from './domain/details.js';
import { checkSlug } from './domain/slug.js';
import type { Visit } from './domain/visit.js';
import { FindVisit } from './find-visit.js';
import { takeSlug } from './take-slug.js';
import { columnsOf } from './visit-columns.js';
import { VisitHistory } from './visit-history.js';
import { VisitRow } from './visit.entity.js';

/** A visit as staff write it. */
export interface VisitInput extends DetailsInput {
  /** `null` or blank: as title and year give it. */
  readonly slug: string | null;
}

/** The same once it is checked. */
export interface CheckedVisit {
  readonly details: VisitDetails;
  readonly slug: string | null;
}

/** What is wrong anywhere is said at once. */
function checkVisit(input: VisitInput): Checked<CheckedVisit> {
  const details = checkDetails(input, 'draft');
  const slug = checkSlug(input.slug);
  return details.ok && slug.ok
    ? { ok: true, value: { details: details.value, slug: slug.value } }
    : refused(...problemsOf(details, slug));
}

/** Writes a new visit, always as a draft: announcing it is a step of its own. */
@Injectable()
export class CreateVisit {
  constructor(
    private readonly visits: FindVisit,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async run(manager: EntityManager, actor: Actor, input: VisitInput): Promise<Visit> {
    const checked = valueOf(checkVisit(input));
    const noted = await notedActor(manager, actor);
    return this.add(manager, noted, checked, { action: 'Draft written', copiedFrom: null });
  }

  /** Writes a draft that was checked. @param actor as `notedActor` gave them */
  async add(
    manager: EntityManager,
    actor: Actor,
    { details, slug: asked }: CheckedVisit,
    { action, copiedFrom }: { readonly action: string; readonly copiedFrom: string | null },
  ): Promise<Visit> {
    const id = uuidv7();
    const year = Number(details.firstDay.slice(0, 4));
    const slug = await takeSlug(manager, asked, { title: details.title, year, own: null });
    const at = dateOf(this.clock());
    await manager.insert(VisitRow, {
      ...columnsOf(details),
      id,
      slug,
      status: 'draft',
      statusReason: null,
      copiedFrom,
      version: 1,
      createdAt: at,
      changedAt: at,
    });
    await this.history.note(manager, id, { actor, action, changes: [], version: 1 });
    return this.visits.byId(id, manager);
  }
}
