import { allValues, listInWords, plural, textIn, type FieldError, type SubmittedValues } from '#ui';
import type { SentFile } from '#uploads';
import { checkInvitee } from '../domain/invitee.js';
import { readInviteeFile, readInviteeList } from '../domain/read-invitee-list.js';
import type { InvitedPeople, Wanted } from '../invite-people.js';

/** The page's controls, in order. */
export const inviteNames = ['people', 'name', 'email', 'organisationName', 'list', 'file'] as const;

export type ReadWanted =
  | { readonly ok: true; readonly wanted: readonly Wanted[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Only so many wrong rows, or names, are told at once. */
const mostNamed = 10;

/** Who is to be invited, of the three forms of the page. */
export function readWanted(values: SubmittedValues, file: SentFile | undefined): ReadWanted {
  switch (textIn(values, 'way')) {
    case 'one':
      return readOne(values);
    case 'list':
      return readList(textIn(values, 'list'), file);
    default: {
      const wanted = allValues(values, 'people').map((personId) => ({ personId }));
      if (wanted.length > 0) return { ok: true, wanted, notes: [] };
      return refused([{ field: 'people', message: 'Choose at least one person to invite.' }]);
    }
  }
}

const refused = (errors: readonly FieldError[]): ReadWanted => ({ ok: false, errors });

function readOne(values: SubmittedValues): ReadWanted {
  const check = checkInvitee({
    name: textIn(values, 'name'),
    email: textIn(values, 'email'),
    organisationName: textIn(values, 'organisationName'),
  });
  return check.ok ? { ok: true, wanted: [check.value], notes: [] } : refused(check.problems);
}

function readList(typed: string, file: SentFile | undefined): ReadWanted {
  if (file?.isTooLarge) {
    return refused([
      { field: 'file', message: 'The file is larger than 1 MB. Leave out all but the people.' },
    ]);
  }
  const list = file === undefined ? readInviteeList(typed) : readInviteeFile(file.bytes);
  const field = file === undefined ? 'list' : 'file';
  if (!list.ok) return refused([{ field, message: list.problems.join(' ') }]);
  const wrong = list.rows.filter(({ problems }) => problems.length > 0);
  if (wrong.length > 0) {
    const more = wrong.length - mostNamed;
    return refused([
      ...wrong.slice(0, mostNamed).map(({ line, problems }) => ({
        field: '',
        message: `Row ${line}: ${problems.map(({ message }) => message).join(' ')}`,
      })),
      ...(more > 0 ? [{ field: '', message: `${plural(more, 'more row')} cannot be read.` }] : []),
    ]);
  }
  const wanted = list.rows.flatMap(({ invitee }) => (invitee === null ? [] : [invitee]));
  return { ok: true, wanted, notes: list.notes };
}

/** "3 people invited. Siân Jones is in the team already." */
export function invitedInWords({ invited, already, unreachable }: InvitedPeople): string {
  return [
    invited.length === 0
      ? 'Nobody new was invited.'
      : `${plural(invited.length, 'person', 'people')} invited: each has a link by mail.`,
    ...(already.length === 0
      ? []
      : [`${namesInWords(already)} ${already.length === 1 ? 'is' : 'are'} in the team already.`]),
    ...(unreachable.length === 0
      ? []
      : [`${namesInWords(unreachable)} cannot be written to: invite them by name and address.`]),
  ].join(' ');
}

function namesInWords(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name));
  const more = names.length - shown.length;
  return listInWords(more > 0 ? [...shown, plural(more, 'other')] : shown);
}
