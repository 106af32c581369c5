import { Injectable } from '@nestjs/common';
import { checkText } from '#checks';
import { notedActor } from '#people';
import { Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import { OpenTraveller, type WhichTraveller } from '../travellers/open-traveller.js';
import type { ToldItem } from './domain/item.js';
import { toldItems } from './domain/item.js';
import type { KeptPassport } from './domain/passports.js';
import type { EmergencyContact, TravelInsurance } from './domain/told.js';

/** What somebody told; what they have not is left out. */
export interface ToldDetails {
  readonly passport?: readonly KeptPassport[];
  readonly insurance?: TravelInsurance;
  readonly 'emergency-contact'?: EmergencyContact;
  /** Blank: there is nothing. */
  readonly dietary?: string;
  readonly access?: string;
}

/** What is sealed of it. */
export type SealedItem = Exclude<ToldItem, 'consent'>;

export const sealedItems: readonly SealedItem[] = toldItems.filter((item) => item !== 'consent');

/** Opens what a traveller told, for somebody to see; each look is written down. */
@Injectable()
export class LookAtTold {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
    private readonly details: SensitiveDetails,
  ) {}

  /** For the traveller themselves, by their own link. @throws Problem 404; 409 `cannot-be-opened` */
  async own(secret: string, items: readonly SealedItem[]): Promise<ToldDetails> {
    return this.look({ secret }, null, items, 'Their own page');
  }

  /** For staff, who say why. @throws Problem 404; 409 `cannot-be-opened`; 422 */
  async asStaff(
    actor: Actor,
    which: { readonly visitId: string; readonly travellerId: string },
    items: readonly string[],
    why: string,
  ): Promise<ToldDetails> {
    const wanted = sealedItems.filter((item) => items.includes(item));
    const reason = checkText(why, 'why', {
      longest: 200,
      missing: { code: 'missing', message: 'Say why you have to see it.' },
    });
    const problems = [
      ...(wanted.length === 0
        ? [{ field: 'items', code: 'missing', message: 'Choose what you have to see.' }]
        : []),
      ...(reason.ok ? [] : reason.problems),
    ];
    if (problems.length > 0) throw unprocessable(problems);
    return this.look(which, actor, wanted, valueOf(reason));
  }

  private look(
    which: WhichTraveller,
    actor: Actor | null,
    items: readonly SealedItem[],
    why: string,
  ): Promise<ToldDetails> {
    return this.transactions.run(async (manager) => {
      const by = actor === null ? null : await notedActor(manager, actor);
      const { traveller, visit } = await this.open.read(which, manager);
      const subject = { kind: 'traveller' as const, id: traveller.id, visitId: visit.id };
      const found = await this.details.look(manager, by, subject, items, why);
      return Object.fromEntries(
        [...found].map(([item, text]) => [
          item,
          item === 'dietary' || item === 'access'
            ? text
            : item === 'passport'
              ? passportsIn(text)
              : (JSON.parse(text) as unknown),
        ]),
      );
    });
  }
}

/** Those that were sealed before people were asked when they were born do not say so. */
const passportsIn = (text: string): readonly KeptPassport[] =>
  (JSON.parse(text) as (Omit<KeptPassport, 'bornOn'> & Partial<KeptPassport>)[]).map((passport) => ({
    ...passport,
    bornOn: passport.bornOn ?? null,
  }));
