import { conferenceActWords } from './domain/acts.js';

/** An act of a conference's history as its heading: "Ticket added"; those of its parts are named so that they can be read. */
export function actInWords(act: string): string {
  const words = conferenceActWords[act] ?? act.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
