import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { AskForMail, type WantedMail } from '#messaging';
import { addressesOfContacts } from '../exhibitions/addresses-of-contacts.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import type { StandSettings } from '../settings.js';
import { whereOf } from '../team/exhibition-words.js';
import { momentOf } from '../team/moment-of.js';
import { TeamLinks } from '../team/team-links.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { SETTINGS } from '../tokens.js';
import { ownSwapPath, swapPath } from './addresses.js';
import { firstStart, type Swap } from './domain/swap.js';
import { swapAskedEmail } from './emails/swap-asked.email.js';
import { swapToApproveEmail } from './emails/swap-to-approve.email.js';
import { swapToldEmail } from './emails/swap-told.email.js';
import { givesInWords, nameIn, standsInWords, type Names } from './in-words.js';

/** The two of a swap, with their names. */
interface Two {
  readonly asker: TeamMemberRow;
  readonly other: TeamMemberRow;
  readonly names: Names;
}

/**
 * Asks for the mails that tell people of swaps, within the transaction that writes what has become of one. Each is sent once;
 * whoever has no address, or has left, gets none.
 */
@Injectable()
export class SwapMails {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: TeamLinks,
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL'>,
  ) {}

  /** To whoever is asked. */
  async asked(manager: EntityManager, exhibition: Exhibition, swap: Swap, correlationId: string) {
    const { asker, other } = await this.two(manager, swap);
    const gives = givesInWords(swap, exhibition.zone);
    const content = swapAskedEmail({
      exhibition: exhibition.title,
      name: other.name,
      asker: asker.name,
      gives: gives.asker,
      gets: gives.other,
      where: whereOf(exhibition),
      note: swap.note,
      needsApproval: exhibition.swapsNeedApproval,
      until: momentOf(firstStart(swap), exhibition.zone),
      answerUrl: this.urlFor(other, swap),
      siteUrl: this.settings.PUBLIC_URL,
    });
    const mails = this.to(other, swap, { what: 'swap-asked', content, correlationId });
    await this.askForMail.all(
      manager,
      mails.map((mail) => ({ ...mail, neededBy: firstStart(swap) })),
    );
  }

  /** To one of the two, or both, what has become of it. @param swap as it is now */
  async told(
    manager: EntityManager,
    exhibition: Exhibition,
    swap: Swap,
    readers: readonly ('asker' | 'other')[],
    correlationId: string,
  ): Promise<void> {
    const two = await this.two(manager, swap);
    const mails = readers.flatMap((as) => {
      const member = two[as];
      const content = swapToldEmail({
        exhibition: exhibition.title,
        name: member.name,
        title: titleFor(swap, as, two.names),
        says: standsInWords(swap, as, two.names),
        shifts: shiftLines(swap, two.names, exhibition.zone),
        reason: swap.reason,
        ownUrl: this.urlFor(member, swap),
        siteUrl: this.settings.PUBLIC_URL,
      });
      return this.to(member, swap, { what: `swap-${swap.status}`, content, correlationId });
    });
    await this.askForMail.all(manager, mails);
  }

  /** One to each contact of the stand that has an address. */
  async toApprove(manager: EntityManager, exhibition: Exhibition, swap: Swap, correlationId: string) {
    const { names } = await this.two(manager, swap);
    const content = swapToApproveEmail({
      exhibition: exhibition.title,
      shifts: shiftLines(swap, names, exhibition.zone),
      until: momentOf(firstStart(swap), exhibition.zone),
      decideUrl: this.settings.PUBLIC_URL + swapPath(exhibition.id, swap.id),
      siteUrl: this.settings.PUBLIC_URL,
    });
    await this.askForMail.all(
      manager,
      addressesOfContacts(exhibition).map((to) => ({
        mailId: uuidv5(`swap-to-approve ${to.address}`, swap.id),
        reader: { personId: null, to },
        kind: 'stand-rota',
        content,
        neededBy: firstStart(swap),
        correlationId,
      })),
    );
  }

  private async two(manager: EntityManager, { askerId, otherId }: Swap): Promise<Two> {
    const rows = await manager.findBy(TeamMemberRow, { id: In([askerId, otherId]) });
    const [asker, other] = [rows.find(({ id }) => id === askerId), rows.find(({ id }) => id === otherId)];
    if (asker === undefined || other === undefined)
      throw new Error('a swap is of two who have been in a team');
    return { asker, other, names: new Map(rows.map(({ id, name }) => [id, name])) };
  }

  private to(
    { id, personId, name, email, status }: TeamMemberRow,
    swap: Swap,
    { what, content, correlationId }: Pick<WantedMail, 'content' | 'correlationId'> & { what: string },
  ): WantedMail[] {
    if (email === null || status === 'left') return [];
    return [
      {
        mailId: uuidv5(`${what} ${id}`, swap.id),
        reader: { personId, to: { name, address: email } },
        // Their own link is for nobody else, so that the mail is not kept for staff to read.
        kind: 'stand-links',
        content,
        correlationId,
      },
    ];
  }

  private urlFor(member: TeamMemberRow, { id }: Swap): string {
    return this.settings.PUBLIC_URL + ownSwapPath(this.links.secretFor(member), id);
  }
}

/** What a mail is called. */
function titleFor({ status, askerId, otherId }: Swap, as: 'asker' | 'other', names: Names): string {
  const other = nameIn(names, otherId);
  if (status === 'agreed') return `${other} says yes to your swap`;
  if (status === 'declined') return `${other} cannot swap`;
  if (status === 'refused') return 'A swap of yours was not approved';
  if (status === 'withdrawn' && as === 'other') return `You need not swap with ${nameIn(names, askerId)}`;
  return 'Nothing comes of a swap of yours';
}

/** What each gives: "Ada Example: Sunday 26 September 2027, 9am to 11am" */
function shiftLines(swap: Swap, names: Names, zone: string): readonly string[] {
  const gives = givesInWords(swap, zone);
  return [
    `${nameIn(names, swap.askerId)}: ${gives.asker}`,
    ...(gives.other === null
      ? [`${nameIn(names, swap.otherId)} takes it`]
      : [`${nameIn(names, swap.otherId)}: ${gives.other}`]),
  ];
}
