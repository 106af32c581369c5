import { Inject, Injectable } from '@nestjs/common';
import { Transactions, type Log } from '#platform';
import type { PdfDocument } from '#pdf';
import type { VisitSettings } from '../../settings.js';
import { LOG, SETTINGS } from '../../tokens.js';
import { LockVisit } from '../../visits/lock-visit.js';
import { KeepPaper } from '../keep-paper.js';
import { ownDocument } from '../own/own-files.js';
import { ownKinds, OwnPapers } from '../own/own-papers.js';
import { ReadPartyFacts } from '../own/party-facts.js';
import { archiveName } from './archive-name.js';
import { PaperFileRow } from './making.entity.js';
import { Makings, type ClaimedMaking } from './makings.js';
import { RenderThreads } from './render-threads.js';

/** For so many travellers at a time papers are kept under the visit’s lock, and are in memory. */
const atATime = 20;

/** How often it is begun at most: others died of it, or while at it. */
const attemptsAtMost = 5;

/** A file that is to be made. */
interface ToMake {
  readonly position: number;
  readonly travellerId: string;
  readonly name: string;
  readonly document: PdfDocument;
}

/**
 * Makes everybody’s papers of a visit into files, a few travellers at a time. What is made is written down at once, so that another
 * goes on where somebody was stopped.
 */
@Injectable()
export class MakePapers {
  constructor(
    private readonly transactions: Transactions,
    private readonly makings: Makings,
    private readonly lock: LockVisit,
    private readonly party: ReadPartyFacts,
    private readonly papers: OwnPapers,
    private readonly keep: KeepPaper,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * @param stopping when the service stops: it is given back then
   * @returns `later`: somebody else is at it, or it was given back
   */
  async run(id: string, stopping: AbortSignal): Promise<'over' | 'later'> {
    const claim = await this.makings.claim(id);
    if (claim === 'busy') return 'later';
    if (claim === 'over') return 'over';
    if (claim.attempt > attemptsAtMost) {
      await this.makings.fail(claim, 'The service stopped again and again while papers were made.');
      return 'over';
    }
    const threads = new RenderThreads();
    try {
      while (await this.makeSome(claim, threads)) {
        if (!stopping.aborted) continue;
        await this.makings.release(claim);
        return 'later';
      }
    } catch (error) {
      if (stopping.aborted) {
        await this.makings.release(claim);
        return 'later';
      }
      this.log.error({ err: error, makingId: id }, 'papers could not be made');
      await this.makings.fail(claim, 'The papers could not be made. Try again in a few minutes.');
    } finally {
      await threads.close();
    }
    return 'over';
  }

  /** @returns whether there may be more to do */
  private async makeSome(claim: ClaimedMaking, threads: RenderThreads): Promise<boolean> {
    const some = await this.nextOnes(claim);
    if (some.length === 0) return false;
    const rendered = await threads.renderAll(some.map(({ document }) => document));
    const files = some.flatMap(({ position, travellerId, name }, index): PaperFileRow[] => {
      const file = rendered[index];
      if (file === undefined) return [];
      const { size, crc, deflated } = file;
      // The bytes themselves, not a copy of them.
      const bytes = Buffer.from(deflated.buffer, deflated.byteOffset, deflated.byteLength);
      return [{ makingId: claim.id, position, travellerId, name, size, crc: String(crc), deflated: bytes }];
    });
    return this.transactions.run(async (manager) => {
      if (!(await this.makings.seen(manager, claim))) return false;
      await manager.insert(PaperFileRow, files);
      const [made]: { done: number }[] = await manager.query(
        'SELECT count(DISTINCT traveller_id)::int AS done FROM paper_files WHERE making_id = $1',
        [claim.id],
      );
      return this.makings.seen(manager, claim, made?.done ?? 0);
    });
  }

  /** What those who come next have in writing, kept as versions; with the last of them it is done. */
  private nextOnes(claim: ClaimedMaking): Promise<readonly ToMake[]> {
    return this.transactions.run(async (manager) => {
      const visit = await this.lock.run(manager, claim.visitId);
      if (!(await this.makings.seen(manager, claim))) return [];
      this.keep.mustBeKept(visit);
      const next = await this.makings.next(manager, claim, atATime);
      if (visit.status === 'cancelled' || next.length === 0) {
        await this.makings.finish(manager, claim);
        return [];
      }
      const facts = await this.party.of(
        visit,
        next.map(({ id }) => id),
        manager,
      );
      const some: ToMake[] = [];
      for (const traveller of next) {
        for (const kept of await this.papers.keepAll(manager, facts, traveller)) {
          some.push({
            position: traveller.number * ownKinds.length + ownKinds.findIndex((kind) => kind === kept.kind),
            travellerId: traveller.id,
            name: archiveName(kept, traveller),
            document: ownDocument(kept, visit, this.settings.PUBLIC_URL),
          });
        }
      }
      return some;
    });
  }
}
