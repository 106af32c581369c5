import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound } from '#platform';
import { ReadOwnDays } from '../../itinerary/own/read-own-days.js';
import { OpenTraveller, type OpenedTraveller, type WhichTraveller } from '../../travellers/open-traveller.js';
import { KeepPaper, type KeptPaper, type MadePaper } from '../keep-paper.js';
import { emergencyCard } from './emergency-card.js';
import { ReadPartyFacts, type PartyFacts } from './party-facts.js';
import { hasProgramme, travellerPaper, type OwnFacts } from './traveller-paper.js';

/** The papers that each traveller has of their own. */
export const ownKinds = ['traveller', 'emergency-card'] as const;

export type OwnKind = (typeof ownKinds)[number];

const makers: Readonly<Record<OwnKind, (facts: OwnFacts) => MadePaper>> = {
  traveller: travellerPaper,
  'emergency-card': emergencyCard,
};

/** Somebody with a paper of theirs. */
export interface OwnPaper extends OpenedTraveller {
  /** `null`: there is nothing yet that it could say. */
  readonly kept: KeptPaper | null;
}

/** Papers of travellers as they are now, kept as versions. */
@Injectable()
export class OwnPapers {
  constructor(
    private readonly open: OpenTraveller,
    private readonly days: ReadOwnDays,
    private readonly party: ReadPartyFacts,
    private readonly keep: KeepPaper,
  ) {}

  /** @throws Problem 404, also for whoever has withdrawn, or where the visit does not take place */
  async of(which: WhichTraveller, kind: OwnKind): Promise<OwnPaper> {
    const opened = await this.open.read(which);
    if (!travels(opened)) {
      throw notFound('Nobody travels by this link, so there are no papers for it.');
    }
    const { visit, traveller } = opened;
    const seen = await this.made(opened, kind);
    if (seen === null) return { ...opened, kept: null };
    const paper = { visitId: visit.id, kind, subject: traveller.id };
    const make = async (manager: EntityManager) => {
      const made = await this.made(await this.open.read(which, manager), kind, manager);
      if (made === null) throw notFound('There is nothing on this paper any more.');
      return made;
    };
    const kept = await this.keep.run(paper, make, seen);
    return { ...opened, kept };
  }

  /**
   * The versions of all papers of somebody who travels, under the visit’s lock.
   *
   * @param facts as they are under that lock, theirs among them
   */
  async keepAll(
    manager: EntityManager,
    facts: PartyFacts,
    traveller: OpenedTraveller['traveller'],
  ): Promise<readonly KeptPaper[]> {
    const { visit } = facts;
    const { parts } = await this.days.daysOf({ visit, traveller }, manager);
    const own: OwnFacts = { ...facts, traveller, parts };
    const kinds = ownKinds.filter((kind) => kind !== 'traveller' || hasProgramme(own));
    const papers: KeptPaper[] = [];
    for (const kind of kinds) {
      const which = { visitId: visit.id, kind, subject: traveller.id };
      papers.push(await this.keep.keep(manager, which, makers[kind](own)));
    }
    return papers;
  }

  private async made(
    opened: OpenedTraveller,
    kind: OwnKind,
    manager?: EntityManager,
  ): Promise<MadePaper | null> {
    const { parts } = await this.days.daysOf(opened, manager);
    const own: OwnFacts = {
      ...(await this.party.of(opened.visit, [opened.traveller.id], manager)),
      traveller: opened.traveller,
      parts,
    };
    return kind === 'traveller' && !hasProgramme(own) ? null : makers[kind](own);
  }
}

const travels = ({ traveller, visit }: OpenedTraveller): boolean =>
  traveller.status === 'confirmed' && visit.status !== 'cancelled';
