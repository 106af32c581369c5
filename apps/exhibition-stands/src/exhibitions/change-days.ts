import { Injectable } from '@nestjs/common';
import { changesBetween, type Checked } from '#checks';
import { valueOf, type Actor } from '#platform';
import { ChangeExhibition, type SeenExhibition } from './change-exhibition.js';
import { checkDays, spanOf, type DayInput } from './domain/days.js';
import type { Exhibition } from './domain/exhibition.js';
import { ExhibitionDayRow } from './exhibition-day.entity.js';
import { daysInWords } from './in-words.js';

/** Replaces the days of an exhibition. Shifts stay as they are: staff see on the board which lie outside now. */
@Injectable()
export class ChangeDays {
  constructor(private readonly change: ChangeExhibition) {}

  /** Whether the days are already what a form says: a second press of its button. */
  saysAlready(exhibition: Exhibition, input: Checked<readonly DayInput[]>): boolean {
    const days = input.ok ? checkDays(input.value, exhibition.zone) : input;
    return days.ok && changesBetween(daysInWords(exhibition.days), daysInWords(days.value)).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` or `exhibition-ended`; 422 with every field that needs attention */
  run(actor: Actor, seen: SeenExhibition, input: Checked<readonly DayInput[]>): Promise<Exhibition> {
    return this.change.edit(actor, seen, async (manager, before) => {
      const days = valueOf(checkDays(valueOf(input), before.zone));
      const changes = changesBetween(daysInWords(before.days), daysInWords(days));
      if (changes.length === 0) return null;
      await manager.delete(ExhibitionDayRow, { exhibitionId: before.id });
      await manager.insert(
        ExhibitionDayRow,
        days.map((day) => ({ ...day, exhibitionId: before.id })),
      );
      return { columns: spanOf(days), action: 'Days changed', changes };
    });
  }
}
