import { plural } from '#ui';
import { dayOf } from '../erasure/in-words.js';
import type { BoardReportRead } from './read-board-report.js';

type Went = Pick<BoardReportRead, 'delegates' | 'organisations' | 'funded' | 'leaders'>;

/** "25 delegates of 16 organisations, 2 of them with a funded place, and 1 leader" */
export function wentInWords({ delegates, organisations, funded, leaders }: Went): string {
  const sent = `${plural(delegates, 'delegate')} of ${plural(organisations.length, 'organisation')}`;
  const free = funded === 0 ? '' : `, ${funded === delegates ? 'all' : String(funded)} with a funded place`;
  return `${sent}${free}${leaders === 0 ? '' : `, and ${plural(leaders, 'leader')}`}`;
}

/** What the visit was for: as staff wrote it, or as its own page says. */
export const purposeOf = ({ written, visit }: Pick<BoardReportRead, 'written' | 'visit'>): string =>
  written === null || written.purpose === '' ? visit.summary : written.purpose;

/** How many of the risks that were assessed came true. */
export const risksInWords = ({ risks, cameTrue }: Pick<BoardReportRead, 'risks' | 'cameTrue'>): string =>
  risks.length === 0
    ? 'No risks were assessed.'
    : `${plural(risks.length, 'risk was', 'risks were')} assessed beforehand; ${cameTrue.length === 0 ? 'none came true.' : `${cameTrue.length} came true.`}`;

/** What became of what travellers told for this visit alone. */
export const erasedInWords = ({ erasedAt }: Pick<BoardReportRead, 'erasedAt'>): string =>
  erasedAt === null
    ? 'What travellers told for this visit alone is erased 30 days after it.'
    : `What travellers told for this visit alone was erased on ${dayOf(erasedAt)}; a certificate says what.`;

/** How many said how it was. */
export const answeredInWords = ({
  feedback: { answers, travellers },
}: Pick<BoardReportRead, 'feedback'>): string =>
  answers === 0
    ? 'Nobody has said yet how it was.'
    : `${plural(answers, 'answer')} of ${plural(travellers, 'traveller')}, without names.`;
