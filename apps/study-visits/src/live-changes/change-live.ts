import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { conflict, dateOf, valueOf, type Actor } from '#platform';
import type { ItemChange } from '../itinerary/domain/published.js';
import { findProblems } from '../itinerary/domain/find-problems.js';
import type { PlanProblem } from '../itinerary/domain/plan.js';
import { ItemRow } from '../itinerary/item.entity.js';
import type { PlannedItem } from '../itinerary/item-of.js';
import { Publications } from '../itinerary/publications.js';
import type { Publishing } from '../itinerary/publishing.js';
import { planOf, ReadItinerary, type Itinerary } from '../itinerary/read-itinerary.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import type { Visit } from '../visits/domain/visit.js';
import { applyLive, waysFor, type LiveInput, type LiveState, type LiveWay } from './domain/live-change.js';
import { LiveChangeRow, type KeptState } from './live-change.entity.js';
import { latestOf, ReadLiveChanges, type LiveChange } from './read-live-changes.js';
import { ReadConcerned, type Concerned } from './read-concerned.js';
import { TellLiveChange } from './tell-live-change.js';

/** A change of one item, as a form or a program gives it. */
export interface WantedChange extends LiveInput {
  /** Whether its host and its interpreters are written to as well. */
  readonly tellHosts: boolean;
}

/** One item, and what can be done with it now. */
export interface LiveItem {
  readonly itinerary: Itinerary;
  readonly item: PlannedItem;
  readonly ways: readonly LiveWay[];
  /** What its travellers do not know of it yet; nothing where it is as they read it. */
  readonly unpublished: readonly ItemChange[];
  /** The latest on the way; `null`: there was none. */
  readonly latest: LiveChange | null;
}

/** What a change would do. */
export interface LivePreview {
  readonly publishing: Publishing;
  /** What it says of the item; with the word why. */
  readonly changes: readonly ItemChange[];
  /** What would be amiss with the plan that is not so without it. */
  readonly problems: readonly PlanProblem[];
  readonly concerned: Concerned;
}

/** Changes one item while a party is on its way: travellers read that one at once, and whatever else is planned stays unpublished. */
@Injectable()
export class ChangeLive {
  constructor(
    private readonly plan: ChangePlan,
    private readonly read: ReadItinerary,
    private readonly publications: Publications,
    private readonly changes: ReadLiveChanges,
    private readonly concerned: ReadConcerned,
    private readonly tell: TellLiveChange,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws Problem 404 */
  async open(
    visit: Visit,
    itemId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<LiveItem> {
    const item = await this.read.one({ visitId: visit.id, id: itemId }, manager);
    const itinerary = await this.read.of(visit, manager);
    const latest = latestOf(await this.changes.of(visit.id, manager), itemId);
    const { changes, told } = await this.publications.pending(itinerary, manager, itemId);
    const ways = waysFor(item, {
      canTakeBack: latest !== null && latest.itemVersion === item.version,
      isDifferent: changes.length > 0 || told.length > 0,
    });
    return { itinerary, item, ways, unpublished: changes, latest };
  }

  /** What a change would do; nothing is written. @throws Problem 422 with every field that needs attention */
  async preview({ itinerary, item, latest }: LiveItem, wanted: LiveInput): Promise<LivePreview> {
    const { state, why } = valueOf(applyLive(item, wanted, aroundOf(itinerary.visit, item, latest)));
    const after = withItem(itinerary, { ...item, ...state });
    const publishing = withWhy(await this.publications.pending(after, this.dataSource.manager, item.id), why);
    return {
      publishing,
      changes: publishing.changes,
      problems: causedBy(itinerary, after, item.id),
      concerned: await this.concerned.by(publishing, after, item.id),
    };
  }

  /**
   * Does it and tells those concerned.
   *
   * @param manager of a transaction that holds no lock yet
   * @returns the number of the publication that it made
   * @throws Problem 404; 409 `edited-meanwhile`, `not-published`, `nothing-new`, `visit-ended`; 422
   */
  run(manager: EntityManager, actor: Actor, seen: SeenThing, wanted: WantedChange): Promise<number> {
    return this.plan.within(manager, actor, seen.visitId, async ({ visit, actor: noted }) => {
      mustNotBeOver(visit);
      if ((await this.publications.last(visit.id, manager)) === null) throw notPublished();
      const { item: before, latest } = await this.open(visit, seen.id, manager);
      asSeen(before, seen, 'item');
      const { state, why } = valueOf(applyLive(before, wanted, aroundOf(visit, before, latest)));
      const itemVersion = before.version + 1;
      await manager.update(ItemRow, { id: seen.id }, { ...columnsOf(state), version: itemVersion });
      const itinerary = await this.read.of(visit, manager);
      const publishing = withWhy(await this.publications.pending(itinerary, manager, seen.id), why);
      const { number, changes, told } = publishing;
      if (changes.length === 0 && told.length === 0) {
        throw conflict('nothing-new', 'Nothing would be different from what travellers read already.');
      }
      await this.publications.write(manager, visit.id, noted, publishing);
      await manager.insert(LiveChangeRow, {
        visitId: visit.id,
        number,
        itemId: seen.id,
        way: wanted.way,
        why,
        before: keptOf(before),
        itemVersion,
      });
      const concerned = await this.concerned.by(publishing, itinerary, seen.id, manager);
      await this.tell.run(
        manager,
        { visit, publishing, concerned, tellHosts: wanted.tellHosts },
        actor.requestId,
      );
      return {
        result: number,
        change: {
          action: `Changed on the way: “${before.title}”`,
          changes: changes.flatMap((change) => change.changes),
        },
      };
    });
  }
}

const notPublished = () =>
  conflict(
    'not-published',
    'Travellers know nothing of this itinerary yet. Publish it first; then single things can be changed here.',
  );

function aroundOf(visit: Visit, item: PlannedItem, latest: LiveChange | null) {
  const before = latest?.itemVersion === item.version ? stateOf(latest.before) : null;
  return { visit, before };
}

const stateOf = ({ start, end, ...kept }: KeptState): LiveState => ({
  ...kept,
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
});

const keptOf = ({ start, end, stop, status, statusReason }: LiveState): KeptState => ({
  start: start.toString(),
  end: end.toString(),
  stop,
  status,
  statusReason,
});

const columnsOf = ({ start, end, ...state }: LiveState) => ({
  ...state,
  startsAt: dateOf(start),
  endsAt: dateOf(end),
});

const withItem = (itinerary: Itinerary, changed: PlannedItem): Itinerary => ({
  ...itinerary,
  items: itinerary.items.map((item) => (item.id === changed.id ? changed : item)),
});

/** What is said of a change, with the word why: of what is called off, that is its reason already. */
function withWhy(publishing: Publishing, why: string): Publishing {
  if (why === '') return publishing;
  const say = (changes: readonly ItemChange[]) =>
    changes.map((change) =>
      change.what === 'removed'
        ? change
        : { ...change, changes: [...change.changes, { field: 'Why', before: '', after: why }] },
    );
  return {
    ...publishing,
    changes: say(publishing.changes),
    told: publishing.told.map((one) => ({ ...one, changes: say(one.changes) })),
  };
}

/** What is amiss with an item after a change that was not before. */
function causedBy(before: Itinerary, after: Itinerary, itemId: string): readonly PlanProblem[] {
  const known = new Set(findProblems(planOf(before)).map((problem) => JSON.stringify(problem)));
  return findProblems(planOf(after)).filter(
    (problem) =>
      (problem.code === 'empty-day' || problem.itemIds.some((id) => id === itemId)) &&
      !known.has(JSON.stringify(problem)),
  );
}
