import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { changesBetween, homeZone, type FieldChange, type Words } from '#checks';
import { notedActor } from '#people';
import { conflict, dateOf, doneBy, Transactions, valueOf, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { RemarkPapers, type MarkChange } from '../readiness/remark-papers.js';
import { CLOCK, type Clock } from '../tokens.js';
import { VisitHistory } from '../visits/visit-history.js';
import { plural } from '#ui';
import { countries } from '../visits/domain/countries.js';
import { CountryGroupRow, DestinationRuleHistoryRow, DestinationRuleRow } from './destination-rule.entity.js';
import { checkGroupDetails, type GroupInput } from './domain/check-group.js';
import { checkRule, type RuleDetails, type RuleInput } from './domain/check-rule.js';
import { groupInWords, ruleInWords } from './in-words.js';
import { lockRulesToChange } from './lock-rules.js';
import { noSuchGroup, noSuchRule } from './read-rules.js';

/** What a change of the rules did. */
export interface SavedRules {
  /** The rule's id, or the group's code. */
  readonly about: string;
  /** The line of the history; `null`: nothing was changed. */
  readonly changeId: string | null;
  readonly marks: readonly MarkChange[];
}

const editedMeanwhile = () =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this after you opened it. Look at it again, then save yours.',
  );

/** Changes rules of borders, and has everybody judged anew by them. */
@Injectable()
export class SaveRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly remark: RemarkPapers,
    private readonly visitHistory: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Within a transaction that has locked nothing. @throws Problem 422 with every field that needs attention */
  async add(manager: EntityManager, actor: Actor, input: RuleInput): Promise<SavedRules> {
    const noted = await this.begin(manager, actor);
    const groups = await manager.find(CountryGroupRow);
    const details = valueOf(
      checkRule(
        input,
        groups.map(({ code }) => code),
        this.today(),
      ),
    );
    const id = uuidv7();
    await manager.insert(DestinationRuleRow, { id, ...details, data: { ...details.data }, version: 1 });
    const changes = changesBetween(null, wordsOf(details, groups));
    return this.end(manager, noted, { about: id, action: 'Rule added', changes });
  }

  /**
   * What is so already is not changed, whatever version was seen: a second press is harmless.
   *
   * @throws Problem 404; 409 `edited-meanwhile`; 422
   */
  async change(
    actor: Actor,
    { id, version }: { readonly id: string; readonly version: number },
    input: RuleInput,
  ): Promise<SavedRules> {
    return this.transactions.run(async (manager) => {
      const noted = await this.begin(manager, actor);
      const groups = await manager.find(CountryGroupRow);
      const before = await this.rule(manager, id);
      const details = valueOf(
        checkRule(
          { ...input, kind: before.kind },
          groups.map(({ code }) => code),
          this.today(),
        ),
      );
      const changes = changesBetween(wordsOf(before as RuleDetails, groups), wordsOf(details, groups));
      if (changes.length === 0) return { about: id, changeId: null, marks: [] };
      if (before.version !== version) throw editedMeanwhile();
      await manager.update(DestinationRuleRow, { id }, { ...details, version: version + 1 });
      return this.end(manager, noted, { about: id, action: 'Rule changed', changes });
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile` */
  async remove(
    actor: Actor,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<SavedRules> {
    return this.transactions.run(async (manager) => {
      const noted = await this.begin(manager, actor);
      const groups = await manager.find(CountryGroupRow);
      const before = await this.rule(manager, id);
      if (before.version !== version) throw editedMeanwhile();
      await manager.delete(DestinationRuleRow, { id });
      const changes = changesBetween(wordsOf(before as RuleDetails, groups), null);
      return this.end(manager, noted, { about: id, action: 'Rule removed', changes });
    });
  }

  /** Which countries are in a group. @throws Problem as {@link change} */
  async changeGroup(
    actor: Actor,
    { code, version }: { readonly code: string; readonly version: number },
    input: GroupInput,
  ): Promise<SavedRules> {
    return this.transactions.run(async (manager) => {
      const noted = await this.begin(manager, actor);
      const before = await manager.findOneBy(CountryGroupRow, { code });
      if (before === null) throw noSuchGroup();
      const isCountry = (asked: string) => countries.some((country) => country.code === asked);
      const details = valueOf(checkGroupDetails(input, isCountry, this.today()));
      const changes = changesBetween(groupInWords(before), groupInWords(details));
      if (changes.length === 0) return { about: code, changeId: null, marks: [] };
      if (before.version !== version) throw editedMeanwhile();
      await manager.update(
        CountryGroupRow,
        { code },
        { ...details, countries: [...details.countries], version: version + 1 },
      );
      return this.end(manager, noted, {
        about: code,
        action: `Group of countries changed: ${before.title}`,
        changes,
      });
    });
  }

  private async begin(manager: EntityManager, actor: Actor): Promise<Actor> {
    const noted = await notedActor(manager, actor);
    await lockRulesToChange(manager);
    return noted;
  }

  private today(): string {
    return this.clock().toZonedDateTimeISO(homeZone).toPlainDate().toString();
  }

  private async rule(manager: EntityManager, id: string): Promise<DestinationRuleRow> {
    const row = isId(id) ? await manager.findOneBy(DestinationRuleRow, { id }) : null;
    if (row === null) throw noSuchRule();
    return row;
  }

  private async end(
    manager: EntityManager,
    actor: Actor,
    {
      about,
      action,
      changes,
    }: { readonly about: string; readonly action: string; readonly changes: readonly FieldChange[] },
  ): Promise<SavedRules> {
    const changeId = uuidv7();
    await manager.insert(DestinationRuleHistoryRow, {
      id: changeId,
      about,
      at: dateOf(this.clock()),
      ...doneBy(actor),
      action,
      changes: changes.map((each) => ({ ...each })),
    });
    const cause = { ruleChangeId: changeId, correlationId: actor.requestId };
    const marks = await this.remark.everybody(manager, cause);
    for (const visitId of new Set(marks.map(({ visit }) => visit.id))) {
      const count = marks.filter(({ visit }) => visit.id === visitId).length;
      await this.visitHistory.note(manager, visitId, {
        actor,
        action: `Passports judged anew, as a rule changed: ${plural(count, 'mark')} became another`,
        changes,
      });
    }
    return { about, changeId, marks };
  }
}

function wordsOf(details: RuleDetails, groups: readonly CountryGroupRow[]): Words {
  return ruleInWords(details, (code) => groups.find((group) => group.code === code)?.title ?? code);
}
