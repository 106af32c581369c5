import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { ReadRules } from '../destination-rules/read-rules.js';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { ownReadinessPath } from './addresses.js';
import {
  isOpen,
  isToldItem,
  readinessItems,
  type Mark,
  type Marks,
  type MarkStatus,
  type ReadinessItem,
} from './domain/item.js';
import { judgeTravelPapers } from './domain/judge.js';
import { judgementInWords } from './in-words.js';
import { KeepReadinessSettings } from './readiness-settings.js';
import { READINESS_SOURCES, type ReadinessSource } from './readiness-source.js';
import { ReadinessMarkRow, TravellerConsentRow } from './readiness.entity.js';

/** A traveller and how everything of theirs stands. */
export interface ReadyTraveller {
  readonly traveller: Traveller;
  readonly marks: Marks;
  /** How many things are still to be done. */
  readonly open: number;
}

/** Reads how ready travellers are. What they told is not opened for it. */
@Injectable()
export class ReadReadiness {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
    private readonly details: SensitiveDetails,
    private readonly rules: ReadRules,
    private readonly settings: KeepReadinessSettings,
    @Inject(READINESS_SOURCES) private readonly sources: readonly ReadinessSource[],
  ) {}

  /** Everybody who is confirmed, by number. */
  async of(
    visit: Visit,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly ReadyTraveller[]> {
    return this.ofSome(visit, await this.travellers.confirmed(visit.id, manager), manager);
  }

  async ofOne(
    visit: Visit,
    traveller: Traveller,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadyTraveller> {
    const [ready] = await this.ofSome(visit, [traveller], manager);
    if (ready === undefined) throw new Error('somebody who is there is not there');
    return ready;
  }

  private async ofSome(
    visit: Visit,
    travellers: readonly Traveller[],
    manager: EntityManager,
  ): Promise<readonly ReadyTraveller[]> {
    const ids = travellers.map(({ id }) => id);
    const { notNeeded } = await this.settings.of(manager, visit.id);
    const held = await this.details.holds(manager, 'traveller', ids);
    const judged = await manager.findBy(ReadinessMarkRow, { travellerId: In(ids) });
    const answered = await manager.find(TravellerConsentRow, {
      select: { travellerId: true },
      where: { travellerId: In(ids) },
    });
    const { rules, groups } = await this.rules.all(manager);
    const withoutPassport = judgeTravelPapers([], visit, rules, groups).status;
    const known = await Promise.all(this.sources.map((source) => source.read(manager, visit, ids)));
    const markOf = (id: string, item: ReadinessItem): Mark => {
      if (notNeeded.includes(item)) return { status: 'not-needed', words: null };
      if (!isToldItem(item)) {
        const found = known.map((marks) => marks.get(id)?.[item]).find((mark) => mark !== undefined);
        return found ?? { status: 'not-asked', words: null };
      }
      if (item === 'consent') {
        const isSaid = answered.some(({ travellerId }) => travellerId === id);
        return { status: isSaid ? 'done' : 'missing', words: null };
      }
      const mark = judged.find((each) => each.travellerId === id && each.item === item);
      if (mark !== undefined) return { status: mark.status, words: judgementInWords(mark.judgement) };
      if (held.get(id)?.has(item)) return { status: 'done', words: null };
      return { status: item === 'passport' ? withoutPassport : 'missing', words: null };
    };
    return travellers.map((traveller) => {
      const marks = Object.fromEntries(
        readinessItems.map((item) => [item, markOf(traveller.id, item)]),
      ) as Record<ReadinessItem, Mark>;
      return { traveller, marks, open: readinessItems.filter((item) => isOpen(marks[item].status)).length };
    });
  }

  /** Where staff look after something that travellers do not tell themselves; `null`: nowhere yet. */
  pathOf(item: ReadinessItem, visitId: string, travellerId: string): string | null {
    return this.sources.find(({ items }) => items.includes(item))?.path(item, visitId, travellerId) ?? null;
  }

  /** Where a traveller looks after something by their own link; `null`: it is not for them to do. */
  ownPathOf(item: ReadinessItem, secret: string): string | null {
    if (isToldItem(item)) return ownReadinessPath(secret, item);
    return this.sources.find(({ items }) => items.includes(item))?.ownPath?.(item, secret) ?? null;
  }

  /** What a traveller can still do themselves, in order. */
  openForTraveller(marks: Marks): readonly { readonly item: ReadinessItem; readonly status: MarkStatus }[] {
    return readinessItems
      .filter((item) => isOpen(marks[item].status) && this.ownPathOf(item, '') !== null)
      .map((item) => ({ item, status: marks[item].status }));
  }
}
