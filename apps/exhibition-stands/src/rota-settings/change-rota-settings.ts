import { Injectable } from '@nestjs/common';
import { changesBetween } from '#checks';
import { valueOf, type Actor } from '#platform';
import { ChangeExhibition, type SeenExhibition } from '../exhibitions/change-exhibition.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { checkRotaSettings, type RotaSettings, type RotaSettingsInput } from './domain/rota-settings.js';
import { settingsInWords } from './in-words.js';

/** Sets which rules the rota of an exhibition keeps, and what matters how much. The next fill goes by them. */
@Injectable()
export class ChangeRotaSettings {
  constructor(private readonly change: ChangeExhibition) {}

  /** Whether they are already what a form says: a second press of its button. */
  saysAlready(exhibition: Exhibition, input: RotaSettingsInput): boolean {
    const checked = checkRotaSettings(input);
    return checked.ok && changesTo(exhibition, checked.value).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` or `exhibition-ended`; 422 with every field that needs attention */
  run(actor: Actor, seen: SeenExhibition, input: RotaSettingsInput): Promise<Exhibition> {
    return this.change.edit(actor, seen, async (_, before) => {
      const settings = valueOf(checkRotaSettings(input));
      const changes = changesTo(before, settings);
      return changes.length === 0
        ? null
        : { columns: settings, action: 'Rules of the rota changed', changes };
    });
  }
}

const changesTo = (before: Exhibition, settings: RotaSettings) =>
  changesBetween(settingsInWords(before), settingsInWords(settings));
