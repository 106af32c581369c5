import type { z } from 'zod';
import { accepted } from '#checks';
import { unprocessable } from '#platform';
import { dayFromIso } from '../../set-up/domain/days.js';
import type { CodeEdit } from '../change-code.js';
import type { CodeInput } from '../domain/code-details.js';
import type { Code } from '../domain/code.js';
import type { Naming } from '../make-codes.js';
import type { codeEdit, CodesSent } from './code.schema.js';

/** A code as the API tells of it. */
export function codeJson(code: Code) {
  const { id, note, priceChange, reserves, uses, lastDay, organisationId, ticketTypeIds, version } = code;
  return {
    id,
    code: code.code,
    note,
    priceChange,
    reserves,
    uses,
    lastDay,
    organisationId,
    ticketTypeIds,
    ended: code.endedAt !== null,
    version,
  };
}

/** What a program sends of a code that there is, as the rules take it. */
export function readCodeEditJson(sent: z.output<typeof codeEdit>): CodeEdit {
  return {
    note: sent.note,
    priceChange: accepted(sent.priceChange),
    uses: accepted(sent.uses),
    lastDay: dayFromIso(sent.lastDay, 'lastDay'),
  };
}

/**
 * What a program sends of new codes, as the rules take it.
 *
 * @throws Problem 422 unless exactly one of `code` and `made` is given
 */
export function readCodesJson(sent: CodesSent): { readonly naming: Naming; readonly input: CodeInput } {
  const { code, made, reserves, organisationId, ticketTypeIds, ...edit } = sent;
  if ((code === null) === (made === null)) {
    const message = 'Give either “code”, one code as it will be typed, or “made”, how many are to be made.';
    throw unprocessable([{ field: 'code', code: 'code-or-made', message }]);
  }
  return {
    naming:
      made === null
        ? { kind: 'typed', code: code ?? '' }
        : { kind: 'made', number: accepted(made.number), prefix: made.prefix },
    input: {
      ...readCodeEditJson(edit),
      reserves,
      ticketTypeIds,
      organisationId: organisationId ?? '',
    },
  };
}
