import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { problemsOf, refused, type Checked } from '#checks';
import { notedActor } from '#people';
import { valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ConferenceHistory } from './conference-history.js';
import { ConferenceRow } from './conference.entity.js';
import { columnsOf } from './conference-rows.js';
import type { ConferenceDetails } from './domain/conference.js';
import { validateDetails, type DetailsInput } from './domain/details.js';
import { checkSlug } from './domain/slug.js';
import { takeSlug } from './take-slug.js';

/** A conference's own details and the name in addresses that staff want for it. */
export interface ConferenceInput extends DetailsInput {
  /** `null` or blank: as title and year give it. */
  readonly slug: string | null;
}

/** How a new conference comes to be. */
export interface Origin {
  readonly action: 'conference-created' | 'conference-copied';
  readonly copiedFrom: string | null;
}

/** Writes a new conference, always as a draft: opening it is a step of its own. */
@Injectable()
export class CreateConference {
  constructor(
    private readonly history: ConferenceHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async run(manager: EntityManager, actor: Actor, input: ConferenceInput): Promise<ConferenceRow> {
    const checked = validateDetails(input, { now: this.clock(), lastDay: null });
    const { details, slug } = valueOf(withSlug(checked, checkSlug(input.slug)));
    const noted = await notedActor(manager, actor);
    return this.add(manager, noted, details, slug, { action: 'conference-created', copiedFrom: null });
  }

  /** Writes a draft with details that were checked. */
  async add(
    manager: EntityManager,
    actor: Actor,
    details: ConferenceDetails,
    asked: string | null,
    { action, copiedFrom }: Origin,
  ): Promise<ConferenceRow> {
    const id = uuidv7();
    const columns = columnsOf(details);
    const year = Number(columns.firstDay.slice(0, 4));
    const slug = await takeSlug(manager, asked, { title: details.title, year, own: null });
    const at = new Date(this.clock().epochMilliseconds);
    await manager.insert(ConferenceRow, {
      ...columns,
      id,
      slug,
      status: 'draft',
      statusReason: null,
      calendarUid: null,
      copiedFrom,
      answersErasedAt: null,
      peopleForgottenAt: null,
      version: 1,
      createdAt: at,
      changedAt: at,
    });
    await this.history.began(manager, id, { actor, action, changes: [] });
    return manager.findOneByOrFail(ConferenceRow, { id });
  }
}

/** Both together: what is wrong with either is said at once. */
export function withSlug(
  details: Checked<ConferenceDetails>,
  slug: Checked<string | null>,
): Checked<{ readonly details: ConferenceDetails; readonly slug: string | null }> {
  return details.ok && slug.ok
    ? { ok: true, value: { details: details.value, slug: slug.value } }
    : refused(...problemsOf(details, slug));
}
