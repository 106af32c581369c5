import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import { CountryGroupRow, DestinationRuleHistoryRow, DestinationRuleRow } from './destination-rule.entity.js';
import type { RuleDetails } from './domain/check-rule.js';
import { ruleFor, ruleKinds, type Rule, type RuleContent } from './domain/rule.js';

/** A rule as it is kept. */
export type KeptRule = RuleDetails & { readonly id: string; readonly version: number };

/** All there are; they are few. */
export interface AllRules {
  readonly rules: readonly KeptRule[];
  readonly groups: readonly CountryGroupRow[];
}

/** A rule as travellers read it. */
export interface RuleForTravellers {
  readonly rule: KeptRule;
  /** The title of the group whose nationals it is for; `null`: everybody else. */
  readonly nationals: string | null;
}

export const noSuchRule = (): Problem => notFound('There is no such rule.');

export const noSuchGroup = (): Problem => notFound('There is no such group of countries.');

/** Reads rules of borders. */
@Injectable()
export class ReadRules {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By destination, then kind, the latest first. */
  async all(manager: EntityManager = this.dataSource.manager): Promise<AllRules> {
    const rows = await manager.find(DestinationRuleRow, {
      order: { destination: 'ASC', kind: 'ASC', validFrom: 'DESC', id: 'ASC' },
    });
    return {
      rules: rows.map(keptRule),
      groups: await manager.find(CountryGroupRow, { order: { title: 'ASC' } }),
    };
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<KeptRule> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(DestinationRuleRow, { id }) : null;
    if (row === null) throw noSuchRule();
    return keptRule(row);
  }

  /** @throws Problem 404 */
  async group(code: string): Promise<CountryGroupRow> {
    const row = /^[a-z-]{1,40}$/.test(code)
      ? await this.dataSource.manager.findOneBy(CountryGroupRow, { code })
      : null;
    if (row === null) throw noSuchGroup();
    return row;
  }

  /**
   * What counts for whoever enters a country on a day: for everybody else, and for those nationals who have rules of their own. Whom
   * one rings there is on their emergency card.
   */
  async forTravellers(country: string, entry: string): Promise<readonly RuleForTravellers[]> {
    const { rules, groups } = await this.all();
    const named = groups.filter(({ code }) => rules.some(({ nationals }) => nationals === code));
    const asked = ruleKinds.filter((kind) => kind !== 'emergency');
    return asked.flatMap((kind) =>
      [null, ...named].flatMap((group) => {
        const nationality = group?.countries[0] ?? null;
        const found: Rule | null = ruleFor(kind, rules, groups, { country, nationality, entry });
        return rules
          .filter(({ id, nationals }) => id === found?.id && nationals === (group?.code ?? null))
          .map((rule) => ({ rule, nationals: group?.title ?? null }));
      }),
    );
  }

  /** The newest first. @param about a rule's id or a group's code; left out: of all */
  history(about?: string): Promise<DestinationRuleHistoryRow[]> {
    return this.dataSource.manager.find(DestinationRuleHistoryRow, {
      ...(about !== undefined && { where: { about } }),
      order: { id: 'DESC' },
      take: 100,
    });
  }

  /** One line of it. @throws Problem 404 */
  async change(id: string): Promise<DestinationRuleHistoryRow> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(DestinationRuleHistoryRow, { id }) : null;
    if (row === null) throw notFound('There is no such change of the rules.');
    return row;
  }
}

function keptRule({ kind, data, ...row }: DestinationRuleRow): KeptRule {
  // A row’s figures are those that were checked for its kind.
  const content = { kind, data } as RuleContent;
  return { ...row, ...content };
}
