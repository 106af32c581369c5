import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ReadOwnDays } from '../itinerary/own/read-own-days.js';
import { KeepPaper, type KeptPaper, type WhichPaper } from '../papers/keep-paper.js';
import { ReadOwnNights } from '../rooms/own-nights.js';
import { OpenTraveller, type OpenedTraveller } from '../travellers/open-traveller.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { briefingPaper, hasDay, type BriefingFacts, type Ring } from './briefing-paper.js';
import { KeepBriefings } from './keep-briefings.js';

/** What somebody is told for a day. */
export interface OwnBriefing extends OpenedTraveller {
  /** ISO */
  readonly day: string;
  /** `null`: nothing is planned for them on it, or they do not travel. */
  readonly kept: KeptPaper | null;
}

/** The facts of a briefing, and who is named in it. */
export interface Briefed {
  readonly facts: BriefingFacts;
  readonly names: readonly string[];
}

/** Makes what travellers are told for their days. */
@Injectable()
export class ReadBriefing {
  constructor(
    private readonly open: OpenTraveller,
    private readonly days: ReadOwnDays,
    private readonly nights: ReadOwnNights,
    private readonly travellers: ReadTravellers,
    private readonly briefings: KeepBriefings,
    private readonly papers: KeepPaper,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** By the link to a traveller's own page. @throws Problem 404 */
  async bySecret(secret: string, day: string): Promise<OwnBriefing> {
    const opened = await this.open.read({ secret });
    const isThere = hasDay((await this.facts(opened, day, this.dataSource.manager)).facts);
    if (!isThere) return { ...opened, day, kept: null };
    const kept = await this.papers.run(whichBriefing(opened.traveller, day), (manager) =>
      this.make(opened, day, manager),
    );
    return { ...opened, day, kept };
  }

  /** The paper as it is to be now. */
  async make(opened: OpenedTraveller, day: string, manager: EntityManager) {
    const { facts, names } = await this.facts(opened, day, manager);
    return { paper: briefingPaper(facts), names };
  }

  /** What it is made from. */
  async facts(opened: OpenedTraveller, day: string, manager: EntityManager): Promise<Briefed> {
    const { traveller, visit } = opened;
    const { parts } = await this.days.daysOf(opened, manager);
    const nights = (await this.nights.of(visit.id, [traveller.id], manager)).get(traveller.id) ?? [];
    const { words, bring } = await this.briefings.words(visit.id, day, manager);
    const leaders = (await this.travellers.leaders(visit.id, manager)).filter(
      ({ id, phone }) => id !== traveller.id && phone !== null,
    );
    return {
      facts: { name: traveller.name, day, parts, nights, words, bring, rings: ringsOf(visit, leaders) },
      names: [traveller.id, ...leaders.map(({ id }) => id)],
    };
  }
}

/** Which of the papers it is. */
export const whichBriefing = ({ id, visitId }: Traveller, day: string): WhichPaper => ({
  visitId,
  kind: 'briefing',
  subject: `${id} ${day}`,
});

/** Those who lead the visit, then those whom it names to be asked; whoever has a number. */
function ringsOf(visit: Visit, leaders: readonly Traveller[]): readonly Ring[] {
  return [
    ...leaders.map(({ id, name, phone }) => ({
      key: `leader-${id}`,
      name,
      role: 'Leads the visit',
      phone: phone ?? '',
    })),
    ...visit.contacts.flatMap(({ name, role, phone }) =>
      phone === null ? [] : [{ key: `contact-${name} ${role}`, name, role, phone }],
    ),
  ];
}
