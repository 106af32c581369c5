import { kindFacts, type FileKind } from './kinds/file-kinds.js';

/** In characters; what any file system and any mail program takes. */
const longest = 100;

/** Control characters, halves of a character, line separators, and what changes the direction of writing around it. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What Windows takes in no name. */
const unsafe = /["*:<>?|]/g;

/** What Windows takes for a device, whatever its ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name as people may be shown it: without folders, nor what nobody sees or what changes how the rest is read. */
export function shownFileName(declared: string): string {
  const last = declared.split(/[/\\]/).at(-1) ?? '';
  const name = last.normalize('NFC').replaceAll(unseen, '').replaceAll(unsafe, '-').replaceAll(/\s+/gu, ' ');
  return Array.from(trimmed(name)).slice(0, longest).join('') || 'file';
}

/**
 * A name under which a file can be kept and given out anywhere: without folders, without characters that nobody sees or
 * that change how the rest is read, at most 100 characters, with an ending that says what is in it.
 *
 * @param declared as it came with the file; never to be trusted
 */
export function cleanFileName(declared: string, kind: FileKind): string {
  const { endings } = kindFacts[kind];
  const name = shownFileName(declared);
  const ending = /\.([a-z]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const isRight = endings.includes(ending);
  const stem = isRight ? name.slice(0, name.lastIndexOf('.')) : name;
  const kept = trimmed(
    Array.from(stem)
      .slice(0, longest - '.jpeg'.length)
      .join(''),
  );
  const safe = kept === '' ? 'file' : device.test(kept) ? `${kept}-file` : kept;
  return `${safe}.${isRight ? ending : endings[0]}`;
}

/** Names that begin with a dot are hidden, and Windows takes none that end with one. */
const trimmed = (name: string): string => name.replaceAll(/^[.\s]+|[.\s]+$/gu, '');
