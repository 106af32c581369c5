import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkOptionalText, type Checked, type FieldProblem } from '#checks';
import { unprocessable } from '#platform';
import { endsOf, mostMoved, type RecordedKind } from '../domain/movement.js';
import { FindStock } from '../reading/find-stock.js';
import type { StockActRow } from '../stock-act.entity.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import type { FindDoer } from './doer.js';
import { Ledger } from './ledger.js';

/** What a quantity may be. */
export const quantityRules = { what: 'how many', least: 1, most: mostMoved };

/** What somebody says has happened. */
export interface MovementInput {
  readonly kind: RecordedKind;
  readonly item: string;
  /** Codes of places; blank where it comes from outside, or goes there. */
  readonly from: string;
  readonly to: string;
  readonly quantity: Checked<number>;
  readonly note: string;
}

/** What was recorded. */
export interface Recorded {
  readonly act: StockActRow;
  readonly item: StockItemRow;
  readonly from: StockPlaceRow | null;
  readonly to: StockPlaceRow | null;
  readonly quantity: number;
}

interface Ends {
  readonly from: Checked<StockPlaceRow | null>;
  readonly to: Checked<StockPlaceRow | null>;
}

/** Records what happens to the stock: received, moved, handed out, came back. */
@Injectable()
export class RecordMovement {
  constructor(
    private readonly find: FindStock,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Within a transaction that has locked nothing.
   *
   * @param onlyAt the exhibition at whose stand it has to be
   * @throws Problem 422 with every field that needs attention; `not-enough` says how many there are
   */
  async run(
    manager: EntityManager,
    findDoer: FindDoer,
    input: MovementInput,
    onlyAt: string | null = null,
  ): Promise<Recorded> {
    const doer = await findDoer(manager);
    const item = await this.find.itemOrNone(input.item, manager);
    const ends = await this.ends(manager, input, onlyAt);
    const note = checkOptionalText(input.note, 'note', { longest: 500, manyLines: true });
    const { from, to } = ends;
    const { quantity } = input;
    if (item === null || !from.ok || !to.ok || !quantity.ok || !note.ok) {
      throw unprocessable([
        ...(item === null ? [unknownItem] : []),
        ...[from, to, quantity, note].flatMap((check) => (check.ok ? [] : check.problems)),
      ]);
    }
    if (from.value !== null && from.value.id === to.value?.id) throw unprocessable([samePlace(from.value)]);
    const act = await this.ledger.write(manager, doer, {
      kind: input.kind,
      exhibitionId: from.value?.exhibitionId ?? to.value?.exhibitionId ?? null,
      note: note.value ?? '',
      movements: [
        {
          kind: input.kind,
          itemId: item.id,
          from: from.value?.id ?? null,
          to: to.value?.id ?? null,
          quantity: quantity.value,
          corrects: null,
        },
      ],
    });
    return { act, item, from: from.value, to: to.value, quantity: quantity.value };
  }

  private async ends(
    manager: EntityManager,
    { kind, from, to }: Pick<MovementInput, 'kind' | 'from' | 'to'>,
    onlyAt: string | null,
  ): Promise<Ends> {
    return {
      from: await this.end(manager, { code: from, field: 'from', isNeeded: endsOf[kind].from }, onlyAt),
      to: await this.end(manager, { code: to, field: 'to', isNeeded: endsOf[kind].to }, onlyAt),
    };
  }

  private async end(
    manager: EntityManager,
    {
      code,
      field,
      isNeeded,
    }: { readonly code: string; readonly field: 'from' | 'to'; readonly isNeeded: boolean },
    onlyAt: string | null,
  ): Promise<Checked<StockPlaceRow | null>> {
    const refuse = (problem: string, message: string): Checked<never> => ({
      ok: false,
      problems: [{ field, code: problem, message }],
    });
    if (!isNeeded) {
      if (code.trim() === '') return { ok: true, value: null };
      return refuse('no-place-here', `Leave this place out: ${outside[field]}.`);
    }
    if (code.trim() === '') return refuse('missing', missing[field]);
    const place = await this.find.placeOrNone(code, manager);
    if (place === null) return refuse('unknown-place', 'No place has this code. Choose one of the list.');
    if (onlyAt !== null && place.exhibitionId !== onlyAt) {
      return refuse('another-exhibition', `${place.name} is not at this stand. Choose a place that is.`);
    }
    return { ok: true, value: place };
  }
}

const missing = {
  from: 'Choose where it is taken from.',
  to: 'Choose where it is put.',
} as const;

const outside = {
  from: 'what is received or comes back is taken from nowhere that we keep',
  to: 'what is handed out is put nowhere that we keep',
} as const;

const unknownItem: FieldProblem = {
  field: 'item',
  code: 'unknown-item',
  message: 'Choose what it is from the list.',
};

const samePlace = ({ name }: StockPlaceRow): FieldProblem => ({
  field: 'to',
  code: 'same-place',
  message: `It is in ${name} already. Choose another place to put it.`,
});
