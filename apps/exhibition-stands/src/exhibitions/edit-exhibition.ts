import { Injectable } from '@nestjs/common';
import { changesBetween, problemsOf, refused, type Checked } from '#checks';
import { unprocessable, valueOf, type Actor } from '#platform';
import { ChangeExhibition, type SeenExhibition } from './change-exhibition.js';
import { columnsOf, type ExhibitionInput } from './create-exhibition.js';
import { validateDetails, type ExhibitionDetails } from './domain/details.js';
import type { Exhibition } from './domain/exhibition.js';
import { openingOf } from './domain/openings.js';
import { checkSlug } from './domain/slug.js';
import { detailsInWords } from './in-words.js';
import { takeSlug } from './take-slug.js';

/** Changes what an exhibition says of itself; its days are a matter of their own. */
@Injectable()
export class EditExhibition {
  constructor(private readonly change: ChangeExhibition) {}

  /** Whether an exhibition says already what a form says: a second press of its button. */
  saysAlready(exhibition: Exhibition, input: ExhibitionInput): boolean {
    const checked = validateDetails(input);
    return checked.ok && changesTo(exhibition, checked.value, exhibition.slug).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` or `exhibition-ended`; 422 with every field that needs attention */
  run(actor: Actor, seen: SeenExhibition, input: ExhibitionInput): Promise<Exhibition> {
    return this.change.edit(actor, seen, async (manager, before) => {
      const { details, slug: asked } = valueOf(withSlug(validateDetails(input), checkSlug(input.slug)));
      const isPublished = before.status !== 'draft';
      if (isPublished && asked !== null && asked !== before.slug) throw unprocessable([slugStays]);
      if (before.days.some((day) => openingOf(day, details.zone) === null))
        throw unprocessable([noSuchHours]);
      const year = Number(before.firstDay.slice(0, 4));
      const slug =
        isPublished || asked === before.slug
          ? before.slug
          : await takeSlug(manager, asked, { title: details.title, year, own: before.id });
      const changes = changesTo(before, details, slug);
      if (changes.length === 0) return null;
      return { columns: { ...columnsOf(details), slug }, action: 'Details changed', changes };
    });
  }
}

const changesTo = (before: Exhibition, details: ExhibitionDetails, slug: string) =>
  changesBetween(detailsInWords(before, before.slug), detailsInWords(details, slug));

const withSlug = (
  details: Checked<ExhibitionDetails>,
  slug: Checked<string | null>,
): Checked<{ readonly details: ExhibitionDetails; readonly slug: string | null }> =>
  details.ok && slug.ok
    ? { ok: true, value: { details: details.value, slug: slug.value } }
    : refused(...problemsOf(details, slug));

const slugStays = {
  field: 'slug',
  code: 'slug-stays',
  message: 'The exhibition was published, and its address is in mails and bookmarks. Leave it as it is.',
};

const noSuchHours = {
  field: 'zone',
  code: 'no-such-time',
  message:
    'By the clock there, one of its days would be at a time that the clock leaves out. Change that day first.',
};
