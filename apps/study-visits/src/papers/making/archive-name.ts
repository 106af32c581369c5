import type { Traveller } from '../../travellers/domain/traveller.js';
import { paperNames } from '../in-words.js';
import type { KeptPaper } from '../keep-paper.js';

/** Long names are cut, as some systems take no more than 255 bytes. */
const longest = 80;

/** "Programmes/007 Ada Example.pdf", in the order of their numbers; nothing in it that a file’s name may not have. */
export function archiveName(
  { kind }: Pick<KeptPaper, 'kind'>,
  { number, name }: Pick<Traveller, 'number' | 'name'>,
): string {
  const safe = [...name.replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, '-')].slice(0, longest).join('').trim();
  return `${paperNames[kind]}s/${String(number).padStart(3, '0')} ${safe}.pdf`;
}
