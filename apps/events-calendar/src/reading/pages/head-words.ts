import { whenInWords } from '#ui';
import type { ShownEvent } from '../domain/shown-event.js';

const prefixes = { draft: 'Draft: ', published: '', postponed: 'Postponed: ', cancelled: 'Cancelled: ' };

/** As long as search engines and link previews show a title and a description, in characters. */
const longestTitle = 120;
const longestSummary = 200;

/** Cut between words, with the sign of a cut. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1);
  const space = room.lastIndexOf(' ');
  return `${(space > longest / 2 ? room.slice(0, space) : room).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The title as browsers' tabs and link previews show it: what has happened to the event first. */
export function pageTitle(shown: ShownEvent): string {
  return cut(`${prefixes[shown.status]}${shown.title}`, longestTitle);
}

/** When and where, then how its description begins. */
export function summary(shown: ShownEvent, plainDescription: string): string {
  const where = shown.format === 'online' ? 'Online' : shown.place?.name;
  const facts = [whenInWords(shown.when), where].filter((fact) => fact !== undefined).join(' · ');
  return cut(`${facts}. ${plainDescription.replaceAll(/\s+/g, ' ')}`.trim(), longestSummary);
}
