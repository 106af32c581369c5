import { accepted, checkOptionalText, checkText, problemsOf, type Checked } from '#checks';
import { mostMoved } from './movement.js';

/** What is said of an item. */
export interface ItemDetails {
  readonly name: string;
  readonly unit: string;
  readonly units: string;
  readonly reorderLevel: number | null;
  readonly note: string;
}

/** The same as it was sent. */
export interface ItemInput extends Omit<ItemDetails, 'reorderLevel'> {
  readonly reorderLevel: Checked<number | null>;
}

/** What a re-order level may be. */
export const reorderRules = { what: 'the re-order level', least: 0, most: mostMoved };

/** Checks what is said of an item. What several are called is, unless given, what one is with an “s”. */
export function checkItem(input: ItemInput): Checked<ItemDetails> {
  const name = checkText(input.name, 'name', {
    longest: 80,
    missing: { code: 'missing', message: 'Enter what it is, like “Case-studies packs”.' },
  });
  const unit = checkText(input.unit, 'unit', {
    longest: 30,
    missing: { code: 'missing', message: 'Enter what one of it is called, like “pack”.' },
  });
  const units = checkOptionalText(input.units, 'units', { longest: 30 });
  const note = checkOptionalText(input.note, 'note', { longest: 1000, manyLines: true });
  const { reorderLevel } = input;
  if (!name.ok || !unit.ok || !units.ok || !note.ok || !reorderLevel.ok) {
    return { ok: false, problems: problemsOf(name, unit, units, reorderLevel, note) };
  }
  return accepted({
    name: name.value,
    unit: unit.value,
    units: units.value ?? `${unit.value}s`,
    reorderLevel: reorderLevel.value,
    note: note.value ?? '',
  });
}
