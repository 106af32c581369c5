import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { homeZone } from '#checks';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { lockRulesToJudge } from '../destination-rules/lock-rules.js';
import { ReadRules } from '../destination-rules/read-rules.js';
import { SensitiveDetailRow } from '../secrets/sensitive-detail.entity.js';
import { SensitiveDetails, type Subject } from '../secrets/sensitive-details.js';
import { CLOCK, type Clock } from '../tokens.js';
import { OpenTraveller, type WhichTraveller } from '../travellers/open-traveller.js';
import { noSuchTraveller } from '../travellers/read-travellers.js';
import { countries } from '../visits/domain/countries.js';
import { isEnded } from '../visits/domain/status.js';
import type { Visit } from '../visits/domain/visit.js';
import type { ToldItem } from './domain/item.js';
import { judgeInsurance, judgeTravelPapers, type Judgement } from './domain/judge.js';
import { checkPassports, type KeptPassport, type PassportInput } from './domain/passports.js';
import {
  checkConsents,
  checkContact,
  checkInsurance,
  checkNeeds,
  consentNames,
  consentQuestions,
  type ConsentInput,
  type ContactInput,
  type InsuranceInput,
  type NeedsInput,
} from './domain/told.js';
import { TravellerConsentRow } from './readiness.entity.js';
import { RemarkPapers } from './remark-papers.js';

/** Something that a traveller tells, as it was typed or sent. */
export type Told =
  | { readonly item: 'passport'; readonly passports: readonly PassportInput[] }
  | { readonly item: 'insurance'; readonly insurance: InsuranceInput }
  | { readonly item: 'emergency-contact'; readonly contact: ContactInput }
  | { readonly item: 'dietary' | 'access'; readonly needs: NeedsInput }
  | { readonly item: 'consent'; readonly consents: ConsentInput };

/** Keeps what a traveller tells, by their link or through staff, and judges it. */
@Injectable()
export class TellItem {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
    private readonly details: SensitiveDetails,
    private readonly rules: ReadRules,
    private readonly remark: RemarkPapers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is so already is not changed, whatever version was seen: a second press is harmless.
   *
   * @param version that was seen of this thing; 0: there was nothing
   * @throws Problem 404; 409 `visit-ended`, `has-withdrawn`, `edited-meanwhile`, `cannot-be-opened`; 422
   */
  run(which: WhichTraveller, told: Told, version: number): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { traveller, visit } = await this.open.forChange(which, manager);
      if (traveller.status === 'withdrawn') {
        if ('secret' in which) throw noSuchTraveller();
        throw conflict('has-withdrawn', 'They do not travel any more, so nothing of theirs is kept.');
      }
      if (isEnded(visit.status)) {
        throw conflict(
          'visit-ended',
          'The visit is over or was called off, so nothing more is needed of anybody.',
        );
      }
      if (told.item === 'consent') return this.keepConsents(manager, traveller.id, told.consents, version);
      await lockRulesToJudge(manager);
      const subject: Subject = { kind: 'traveller', id: traveller.id, visitId: visit.id };
      const row = await manager.findOneBy(SensitiveDetailRow, {
        subjectKind: 'traveller',
        subjectId: traveller.id,
        field: told.item,
      });
      const kept = (await this.details.readForRule(manager, 'traveller', [traveller.id], told.item)).get(
        traveller.id,
      );
      const { text, judgement } = await this.checked(manager, visit, told, kept);
      // What cannot be opened any more may be told anew.
      if (kept === text) return;
      if ((row?.version ?? 0) !== version) throw editedMeanwhile();
      const isHealth = told.item === 'dietary' || told.item === 'access';
      const consentAt = isHealth && text !== '' ? dateOf(this.clock()) : null;
      await this.details.keep(manager, subject, told.item, text, { consentAt });
      if (judgement !== null) await this.remark.keep(manager, traveller.id, judgement);
    });
  }

  /** The version of each thing that was told, for the next change of it. */
  async versions(manager: EntityManager, travellerId: string): Promise<Readonly<Record<ToldItem, number>>> {
    const rows = await manager.find(SensitiveDetailRow, {
      select: { subjectKind: true, subjectId: true, field: true, version: true },
      where: { subjectKind: 'traveller', subjectId: travellerId },
    });
    const of = (item: ToldItem) => rows.find(({ field }) => field === item)?.version ?? 0;
    const consent = await manager.findOneBy(TravellerConsentRow, { travellerId });
    return {
      passport: of('passport'),
      insurance: of('insurance'),
      'emergency-contact': of('emergency-contact'),
      dietary: of('dietary'),
      access: of('access'),
      consent: consent?.version ?? 0,
    };
  }

  private async checked(
    manager: EntityManager,
    visit: Visit,
    told: Exclude<Told, { item: 'consent' }>,
    kept: string | undefined,
  ): Promise<{ readonly text: string; readonly judgement: Judgement | null }> {
    switch (told.item) {
      case 'passport': {
        const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate().toString();
        const known = kept === undefined ? [] : (JSON.parse(kept) as readonly KeptPassport[]);
        const isCountry = (code: string) => countries.some((country) => country.code === code);
        const passports = valueOf(checkPassports(told.passports, known, isCountry, today));
        const { rules, groups } = await this.rules.all(manager);
        return {
          text: JSON.stringify(passports),
          judgement: judgeTravelPapers(passports, visit, rules, groups),
        };
      }
      case 'insurance': {
        const insurance = valueOf(checkInsurance(told.insurance));
        return { text: JSON.stringify(insurance), judgement: judgeInsurance(insurance, visit) };
      }
      case 'emergency-contact':
        return { text: JSON.stringify(valueOf(checkContact(told.contact))), judgement: null };
      case 'dietary':
      case 'access':
        return { text: valueOf(checkNeeds(told.needs)), judgement: null };
    }
  }

  private async keepConsents(
    manager: EntityManager,
    travellerId: string,
    input: ConsentInput,
    version: number,
  ): Promise<void> {
    const said = valueOf(checkConsents(input));
    const row = await manager.findOneBy(TravellerConsentRow, { travellerId });
    if (row !== null && consentNames.every((name) => row[name] === said[name])) return;
    if ((row?.version ?? 0) !== version) throw editedMeanwhile();
    await manager.upsert(
      TravellerConsentRow,
      {
        travellerId,
        ...said,
        words: Object.values(consentQuestions).join('. '),
        saidAt: dateOf(this.clock()),
        version: version + 1,
      },
      ['travellerId'],
    );
  }
}

const editedMeanwhile = () =>
  conflict(
    'edited-meanwhile',
    'This was changed after you opened it, by you in another window or by those who plan the visit. What you typed is below: save it again to put it in place of that.',
  );
