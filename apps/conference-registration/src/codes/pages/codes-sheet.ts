import type { Temporal } from 'temporal-polyfill';
import { sheetOf } from '#sheets';
import type { CodeUse } from '../codes.repository.js';
import type { CodeChoices } from '../domain/code-details.js';
import { codeState, type Code, type CodeState } from '../domain/code.js';
import { doesInWords } from './code-words.js';

export interface CodesToTake {
  readonly codes: readonly Code[];
  readonly uses: ReadonlyMap<string, CodeUse>;
  readonly choices: Omit<CodeChoices, 'today'>;
  readonly now: Temporal.Instant;
}

const stateWords: Readonly<Record<CodeState, string>> = {
  'in-force': 'In force',
  expired: 'Expired',
  ended: 'Ended',
};

/** Codes to take out, as to give one to each speaker. */
export const codesSheet = (name: string, { codes, uses, choices, now }: CodesToTake) =>
  sheetOf({
    name,
    columns: [
      { key: 'code', title: 'Code', kind: 'text' },
      { key: 'does', title: 'What it does', kind: 'text' },
      { key: 'used', title: 'Used', kind: 'number' },
      { key: 'uses', title: 'Uses', kind: 'number' },
      { key: 'kept', title: 'Places kept', kind: 'number' },
      { key: 'state', title: 'State', kind: 'text' },
      { key: 'lastDay', title: 'Last day', kind: 'text' },
      { key: 'note', title: 'Note', kind: 'text' },
    ],
    rows: codes.map((code) => ({
      code: code.code,
      does: doesInWords(code, choices).join('; '),
      used: uses.get(code.id)?.used ?? 0,
      uses: code.uses,
      kept: uses.get(code.id)?.kept ?? 0,
      state: stateWords[codeState(code, now)],
      lastDay: code.lastDay,
      note: code.note,
    })),
  });
