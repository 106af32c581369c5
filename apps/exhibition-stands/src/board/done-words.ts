import type { DraftAct } from './domain/act-on-draft.js';
import type { StepNames } from './step-words.js';

/** What an act has done, in a sentence. */
export function doneInWords(act: DraftAct, names: StepNames): string {
  const [who, where] = [names.member(act.member), names.shift(act.shift)];
  switch (act.act) {
    case 'put':
      return `${who} is on ${where}.`;
    case 'take':
      return `${who} is off ${where}.`;
    case 'move':
      return `${who} is moved to ${names.shift(act.to)}.`;
    case 'swap':
      return act.with.shift === act.shift
        ? `${names.member(act.with.member)} is on ${where} instead of ${who}.`
        : `${who} and ${names.member(act.with.member)} have swapped.`;
    case 'pin':
      return `${who} is pinned to ${where}: no fill moves them.`;
    case 'unpin':
      return `${who} is no longer pinned to ${where}.`;
    case 'lead':
      return `${who} leads ${where}.`;
    case 'forbid':
      return `${who} is ruled out for ${where}.`;
    case 'allow':
      return `${who} may be on ${where} again.`;
  }
}
