import { Inject, Injectable } from '@nestjs/common';
import { notedActor } from '#people';
import { conflict, Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { changesBetween } from '../set-up/domain/changes.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeConference } from './change-conference.js';
import { ConferenceRow } from './conference.entity.js';
import { columnsOf, detailsFrom, statusOf } from './conference-rows.js';
import { withSlug, type ConferenceInput } from './create-conference.js';
import { validateDetails } from './domain/details.js';
import { checkSlug } from './domain/slug.js';
import { isEnded, isPublished } from './domain/status.js';
import { detailsInWords } from './in-words.js';
import { takeSlug } from './take-slug.js';

/** Changes what a conference says of itself. */
@Injectable()
export class EditConference {
  constructor(
    private readonly transactions: Transactions,
    private readonly change: ChangeConference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether a conference says already what a form says: a second press of its button. */
  saysAlready(row: ConferenceRow, input: ConferenceInput): boolean {
    const checked = validateDetails(input, { now: this.clock(), lastDay: row.lastDay });
    if (!checked.ok) return false;
    return changesBetween(inWords(row), detailsInWords(checked.value, row.slug)).length === 0;
  }

  /**
   * @param version the version that the person saw
   * @throws Problem 404; 409 `edited-meanwhile` or `conference-ended`; 422 with every field that needs attention
   */
  async run(actor: Actor, id: string, version: number, input: ConferenceInput): Promise<ConferenceRow> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const before = await this.change.open(manager, id, version);
      const status = statusOf(before);
      if (isEnded(status)) {
        throw conflict(
          'conference-ended',
          'The conference is over or was cancelled, so it stays as it was. Copy it to set up another one.',
        );
      }
      const checked = validateDetails(input, { now: this.clock(), lastDay: before.lastDay });
      const { details, slug: asked } = valueOf(withSlug(checked, checkSlug(input.slug)));
      if (isPublished(status) && asked !== null && asked !== before.slug) throw unprocessable([slugStays]);
      const year = Number((details.days[0]?.date ?? '').slice(0, 4));
      const slug =
        isPublished(status) || asked === before.slug
          ? before.slug
          : await takeSlug(manager, asked, { title: details.title, year, own: id });
      const changes = changesBetween(inWords(before), detailsInWords(details, slug));
      if (changes.length === 0) return before;
      return this.change.write(
        manager,
        before,
        { ...columnsOf(details), slug },
        { actor: noted, action: 'conference-changed', changes },
      );
    });
  }
}

const inWords = (row: ConferenceRow) => detailsInWords(detailsFrom(row), row.slug);

const slugStays = {
  field: 'slug',
  code: 'slug-stays',
  message: 'The conference was published, and its address is in mails and bookmarks. Leave it as it is.',
};
