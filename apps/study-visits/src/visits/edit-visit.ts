import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accepted, changesBetween, problemsOf, refused, type Checked } from '#checks';
import { unprocessable, valueOf, type Actor } from '#platform';
import { plural } from '#ui';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { ChangeVisit, type SeenVisit } from './change-visit.js';
import type { CheckedVisit, VisitInput } from './create-visit.js';
import { checkDetails, detailsOf, fitting, type VisitDetails } from './domain/details.js';
import { checkSlug } from './domain/slug.js';
import type { Visit } from './domain/visit.js';
import { detailsInWords } from './in-words.js';
import { takeSlug } from './take-slug.js';
import { columnsOf } from './visit-columns.js';

/** A part of what a visit says, as it was checked by itself; with the name in addresses that was asked for, if it was. */
export interface VisitChange {
  readonly details: Partial<VisitDetails>;
  /** `null`: as it is, or for a draft as title and year give it. */
  readonly slug?: string | null;
}

/** Changes what a visit says of itself, all of it or a section. */
@Injectable()
export class EditVisit {
  constructor(
    private readonly change: ChangeVisit,
    private readonly travellers: ReadTravellers,
  ) {}

  /** Whether a visit says already what a form says: a second press of its button. */
  saysAlready(visit: Visit, change: Checked<VisitChange>): boolean {
    return change.ok && changesTo(visit, merged(visit, change.value.details), visit.slug).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` or `visit-ended`; 422 with every field that needs attention */
  run(actor: Actor, seen: SeenVisit, change: Checked<VisitChange>): Promise<Visit> {
    return this.change.edit(actor, seen, async (manager, before) => {
      const { details: changed, slug: asked } = valueOf(change);
      const details = valueOf(fitting(merged(before, changed), before.status));
      await this.refuseTooFewPlaces(manager, before, details);
      const slug =
        asked === undefined ? before.slug : await slugFor(manager, before, { details, slug: asked });
      const changes = changesTo(before, details, slug);
      if (changes.length === 0) return null;
      return { columns: { ...columnsOf(details), slug }, action: 'Details changed', changes };
    });
  }

  /** @throws Problem 422 where there would be fewer places than delegates who have one */
  private async refuseTooFewPlaces(manager: EntityManager, before: Visit, { places }: VisitDetails) {
    if (places >= before.places) return;
    const travellers = await this.travellers.confirmed(before.id, manager);
    const taken = travellers.filter(({ part }) => part === 'delegate').length;
    if (places >= taken) return;
    const message = `${plural(taken, 'delegate has', 'delegates have')} a place already. Enter ${taken} or more.`;
    throw unprocessable([{ field: 'places', code: 'places-taken', message }]);
  }
}

const merged = (visit: Visit, changed: Partial<VisitDetails>): VisitDetails => ({
  ...detailsOf(visit),
  ...changed,
});

const changesTo = (before: Visit, details: VisitDetails, slug: string) =>
  changesBetween(detailsInWords(before, before.slug), detailsInWords(details, slug));

/** @throws Problem 422 where the address is taken, or has been read by everybody */
async function slugFor(manager: EntityManager, before: Visit, { details, slug: asked }: CheckedVisit) {
  const isKnown = before.status !== 'draft';
  if (isKnown && asked !== null && asked !== before.slug) throw unprocessable([slugStays]);
  if (isKnown || asked === before.slug) return before.slug;
  const year = Number(details.firstDay.slice(0, 4));
  return takeSlug(manager, asked, { title: details.title, year, own: before.id });
}

const slugStays = {
  field: 'slug',
  code: 'slug-stays',
  message: 'The visit was announced, and its address is in mails and bookmarks. Leave it as it is.',
};

/** A section and the name in addresses, checked together. */
export const withSlug = (
  details: Checked<Partial<VisitDetails>>,
  slug: Checked<string | null>,
): Checked<VisitChange> =>
  details.ok && slug.ok
    ? accepted({ details: details.value, slug: slug.value })
    : refused(...problemsOf(details, slug));

/** All of a visit as a program sends it: each section by itself; whether they fit together is seen with what the visit is. */
export const readChange = (input: VisitInput): Checked<VisitChange> =>
  withSlug(checkDetails(input, 'draft'), checkSlug(input.slug));
