import { textIn, type SubmittedValues } from '#ui';
import type { DraftAct } from './domain/act-on-draft.js';
import { placeActs } from './domain/step.js';

/** What a form of the board asks for; `null` where it is none of what can be done. `with` is a shift and a person: `<id>/<id>`. */
export function readAct(values: SubmittedValues): DraftAct | null {
  const act = placeActs.find((each) => each === textIn(values, 'act'));
  const [shift, member] = [textIn(values, 'shift'), textIn(values, 'member')];
  if (act === undefined || shift === '' || member === '') return null;
  if (act === 'move') {
    const to = textIn(values, 'to');
    return to === '' ? null : { act, shift, member, to };
  }
  if (act === 'swap') {
    const [withShift = '', withMember = ''] = textIn(values, 'with').split('/');
    return withShift === '' || withMember === ''
      ? null
      : { act, shift, member, with: { shift: withShift, member: withMember } };
  }
  return { act, shift, member };
}
