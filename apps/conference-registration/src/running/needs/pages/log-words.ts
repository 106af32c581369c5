import { z } from 'zod';
import { listInWords, plural } from '#ui';
import type { LoggedAct } from '../../log/acts.js';

const erased = z.object({ dietary: z.int(), access: z.int(), health: z.int(), files: z.int() });
const looked = z.object({ people: z.int() });

/** What a line of the log says besides: ": 12 answers about meals and 1 file". */
export function logDetails(act: LoggedAct, details: object): string {
  if (act === 'private-answers-looked-at') {
    const { data } = looked.safeParse(details);
    return data === undefined ? '' : ` (${plural(data.people, 'person', 'people')})`;
  }
  const { data } = erased.safeParse(details);
  if (data === undefined) return '';
  const { dietary, access, health, files } = data;
  const said = [
    dietary > 0 && `${plural(dietary, 'answer')} about meals`,
    access > 0 && `${plural(access, 'answer')} about access`,
    health > 0 && `${plural(health, 'answer')} about health`,
    files > 0 && plural(files, 'file'),
  ].filter((each) => each !== false);
  return said.length === 0 ? ': there were none' : `: ${listInWords(said)}`;
}
