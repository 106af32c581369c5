import { Temporal } from 'temporal-polyfill';
import { outlineOf, readPdf } from '../../../../libs/pdf/src/testing/read-pdf.js';
import { markPaper } from '../papers/domain/paper-changes.js';
import type { SignedThing } from '../sign-offs/read-signed.js';
import type { SignOffRow } from '../sign-offs/sign-off.entity.js';
import type { Visit } from '../visits/domain/visit.js';
import { assessmentPdf } from './assessment-pdf.js';
import { riskPaper } from './risk-paper.js';

const visit = {
  id: 'visit',
  title: 'Mondragon',
  region: 'Basque Country',
  country: 'ES',
  firstDay: '2035-03-11',
  lastDay: '2035-03-16',
} as Visit;
const coach = {
  id: 'coach',
  hazard: 'The coach has an accident',
  atRisk: 'Everybody on the coach',
  likelihood: 2,
  severity: 5,
  measures: 'A licensed operator.\nSeat belts are checked.',
  responsible: 'The leader',
  reviewOn: '2035-03-01' as string | null,
};
const fall = { ...coach, id: 'fall', hazard: 'Somebody falls', severity: 2, reviewOn: null };
const madeAt = Temporal.Instant.from('2035-02-12T09:00:00Z');

const unsigned: SignedThing = { state: 'unsigned', changes: [], now: {}, signOffs: [] };
const signature = {
  number: 1,
  personName: 'Sia Signer',
  role: 'Head of operations',
  signedAt: new Date('2035-02-10T10:00:00Z'),
} as SignOffRow;

async function read(signed: SignedThing, before: readonly (typeof coach)[] | null = null) {
  const paper = riskPaper(visit, [coach, fall]);
  const kept = {
    visitId: 'visit',
    kind: 'risks',
    subject: '',
    number: before === null ? 1 : 2,
    madeAt,
    paper,
    marked: markPaper(before && riskPaper(visit, before), paper),
    since: before && { number: 1, madeAt: madeAt.subtract({ hours: 48 }) },
  } as const;
  const pdf = await readPdf(await assessmentPdf({ visit, kept, signed }));
  const text = pdf.pages.flatMap(({ places }) => places.map((place) => place.text)).join(' ');
  return {
    ...pdf,
    text: text.replaceAll(/\s+/g, ' '),
    outline: pdf.pages.flatMap(({ structure }) => outlineOf(structure)),
  };
}

describe('a risk assessment as PDF', () => {
  it('is tagged, with every risk, its score and what is done about it', async () => {
    const { text, isMarked, language, title, outline, pages } = await read(unsigned);
    expect([isMarked, language, title]).toEqual([true, 'en-GB', 'Risk assessment']);
    expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    expect(outline.join('\n')).toContain('H3 The coach has an accident');
    for (const part of [
      'Mondragon, Basque Country, Spain',
      '2 risks, 1 of them high or very high',
      '10, high',
      '2, unlikely',
      '5, loss of life',
      'Everybody on the coach',
      'Seat belts are checked.',
      'The leader',
      'Thursday 1 March 2035',
      'Version 1 of Monday 12 February 2035.',
      'Nobody has signed off this risk assessment yet.',
    ])
      expect(text).toContain(part);
  });

  it('says who signed it as what and when, and whether that still holds', async () => {
    const signed = await read({ ...unsigned, state: 'signed', signOffs: [signature] });
    for (const part of ['Signed as it stands.', 'Sia Signer', 'Head of operations', '10 February 2035'])
      expect(signed.text).toContain(part);
    const changed = await read({
      ...unsigned,
      state: 'changed',
      changes: [{ field: 'Somebody falls', before: '', after: 'x' }],
      signOffs: [signature],
    });
    expect(changed.text).toContain('Changed since it was signed: Somebody falls.');
    expect(changed.text).not.toContain('Signed as it stands.');
  });

  it('marks in words what is new and different since the version before', async () => {
    const gone = { ...coach, id: 'gone', hazard: 'Strike at the airport' };
    const { text } = await read(unsigned, [{ ...coach, severity: 4 }, gone]);
    expect(text).toContain('since version 1 of Saturday 10 February 2035 is marked.');
    for (const part of ['Changed: Risk was 8, medium. How bad was 4, serious harm', 'New.', 'No longer.'])
      expect(text).toContain(part);
    expect(text).toContain('Strike at the airport');
  });
});
