import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { problemsOf, refused, type Checked } from '#checks';
import { notedActor } from '#people';
import { dateOf, valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { checkDays, spanOf, type DayInput, type WrittenDay } from './domain/days.js';
import { validateDetails, type DetailsInput, type ExhibitionDetails } from './domain/details.js';
import type { Exhibition } from './domain/exhibition.js';
import { checkSlug } from './domain/slug.js';
import { ExhibitionHistory } from './exhibition-history.js';
import { ExhibitionDayRow } from './exhibition-day.entity.js';
import { ExhibitionRow } from './exhibition.entity.js';
import { FindExhibition } from './find-exhibition.js';
import { takeSlug } from './take-slug.js';

/** An exhibition as staff write it. */
export interface ExhibitionInput extends DetailsInput {
  /** `null` or blank: as title and year give it. */
  readonly slug: string | null;
}

export interface NewExhibitionInput extends ExhibitionInput {
  /** As they are given; or what is wrong with them. */
  readonly days: Checked<readonly DayInput[]>;
}

/** A new exhibition that was checked. */
export interface NewExhibition {
  readonly details: ExhibitionDetails;
  readonly days: readonly WrittenDay[];
  readonly slug: string | null;
}

/** Columns in which a copy is not like any new exhibition. */
export type Inherited = Pick<ExhibitionRow, 'rules' | 'weights' | 'sketch' | 'copiedFrom'>;

/** Writes a new exhibition, always as a draft: publishing it is a step of its own. */
@Injectable()
export class CreateExhibition {
  constructor(
    private readonly exhibitions: FindExhibition,
    private readonly history: ExhibitionHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async run(manager: EntityManager, actor: Actor, input: NewExhibitionInput): Promise<Exhibition> {
    const created = valueOf(checkNew(input));
    const noted = await notedActor(manager, actor);
    return this.add(manager, noted, created, 'Draft written');
  }

  /** Writes a draft that was checked. @param actor as `notedActor` gave them */
  async add(
    manager: EntityManager,
    actor: Actor,
    { details, days, slug: asked }: NewExhibition,
    action: string,
    inherited?: Inherited,
  ): Promise<Exhibition> {
    const id = uuidv7();
    const span = spanOf(days);
    const year = Number(span.firstDay.slice(0, 4));
    const slug = await takeSlug(manager, asked, { title: details.title, year, own: null });
    const at = dateOf(this.clock());
    await manager.insert(ExhibitionRow, {
      ...columnsOf(details),
      ...span,
      ...inherited,
      id,
      slug,
      status: 'draft',
      version: 1,
      createdAt: at,
      changedAt: at,
    });
    await manager.insert(
      ExhibitionDayRow,
      days.map((day) => ({ ...day, exhibitionId: id })),
    );
    await this.history.note(manager, id, { actor, action, changes: [], version: 1 });
    return this.exhibitions.byId(id, manager);
  }
}

/** The columns that say what staff wrote. */
export const columnsOf = (details: ExhibitionDetails) => ({
  ...details,
  contacts: details.contacts.map((contact) => ({ ...contact })),
});

/** All together: what is wrong anywhere is said at once. */
function checkNew(input: NewExhibitionInput): Checked<NewExhibition> {
  const details = validateDetails(input);
  const slug = checkSlug(input.slug);
  const zone = details.ok ? details.value.zone : 'Europe/London';
  const days = input.days.ok ? checkDays(input.days.value, zone) : input.days;
  return details.ok && slug.ok && days.ok
    ? { ok: true, value: { details: details.value, slug: slug.value, days: days.value } }
    : refused(...problemsOf(details, slug, days));
}
