import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '#ui';
import type { ItemChange } from '../itinerary/domain/published.js';
import { NewsRow } from '../itinerary/publication.entities.js';
import { ReadNews } from '../itinerary/read-news.js';
import { legChanges, type ToldLeg } from '../travel/domain/told-legs.js';
import { ToldTravelRow } from '../travel/leg.entity.js';
import { ReadLegs } from '../travel/read-legs.js';
import { toldLeg } from '../travel/telling/told-leg.js';
import type { Traveller } from '../travellers/domain/traveller.js';

/** What is different in a traveller's day from what they know. */
@Injectable()
export class ReadDayNews {
  constructor(
    private readonly news: ReadNews,
    private readonly legs: ReadLegs,
  ) {}

  /**
   * What was published anew and they have not said that they have seen, and how their legs differ from the last mail about them.
   * Whoever hears of their days for the first time hears of no difference.
   *
   * @param day ISO
   */
  async of(manager: EntityManager, { id }: Traveller, day: string): Promise<readonly ItemChange[]> {
    const first = await manager.findOne(NewsRow, { where: { travellerId: id }, order: { number: 'ASC' } });
    const items = (await this.news.unseen(id, manager))
      .filter(({ number }) => number !== first?.number)
      .flatMap(({ changes }) => changes.filter((change) => change.day === day));
    const told = await manager.findOneBy(ToldTravelRow, { travellerId: id });
    if (told === null) return items;
    const now = (await this.legs.ofTraveller(id, manager)).filter(({ status }) => status === 'planned');
    return [...items, ...legNews(told.legs, now.map(toldLeg), day)];
  }
}

/** Of the legs that depart on the day, or did when they were told. */
function legNews(before: readonly ToldLeg[], after: readonly ToldLeg[], day: string): readonly ItemChange[] {
  const date = dateInWords(Temporal.PlainDate.from(day));
  const isOn = ({ facts }: ToldLeg) => facts['Departs']?.startsWith(date) === true;
  const { added, removed, changed } = legChanges(before, after);
  const newsOf = (leg: ToldLeg, what: ItemChange['what'], changes: ItemChange['changes'] = []) => ({
    itemId: leg.legId,
    title: leg.title,
    day,
    what,
    changes,
  });
  return [
    ...added.filter(isOn).map((leg) => newsOf(leg, 'added')),
    ...changed.filter(({ leg }) => isOn(leg)).map(({ leg, changes }) => newsOf(leg, 'changed', changes)),
    ...removed.filter(isOn).map((leg) => newsOf(leg, 'removed')),
  ];
}
