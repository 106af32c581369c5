import { judge, type FaultKind, type Ledger } from './ledger.ts';
import { wholeLines } from './receipts.ts';

const start = 1_800_000_000_000;
const mail = (number: number) => ({ messageId: `<${number}@network.example>`, to: `${number}@example.org` });

/** A run of three edits and four mails in which nothing is wrong. */
const good: Ledger = {
  edits: 3,
  versions: 3,
  told: [2, 3, 4],
  counted: 3,
  sequence: 7,
  owed: [1, 2, 3, 4].map(mail),
  receipts: [1, 2, 3, 4].map((number) => ({
    ...mail(number),
    at: start + number * 1000,
    subject: 'New time',
    sequence: 7,
  })),
  attempts: new Map([1, 2, 3, 4].map((number) => [mail(number).messageId, 1])),
  outages: [],
  left: new Map([['mail waiting', 0]]),
};

const kinds = (change: Partial<Ledger>): FaultKind[] =>
  judge({ ...good, ...change }).faults.map(({ kind }) => kind);

const [first, second, ...others] = good.receipts;
if (!first || !second) throw new Error('there are four');

describe('a ledger', () => {
  it('in which all is as it should be is found to be so', () => {
    expect(judge(good)).toEqual({ faults: [], received: 4, lost: 0, doubled: 0, mayBeDoubled: 0 });
  });

  it.each<[string, Partial<Ledger>, FaultKind[]]>([
    ['an acknowledged edit is not there', { versions: 2 }, ['edits']],
    ['an edit was made twice', { versions: 4 }, ['edits']],
    ['an edit was not told of', { told: [2, 3] }, ['messages']],
    ['an edit was told of twice', { told: [2, 3, 3, 4] }, ['messages']],
    ['one was told of in place of another', { told: [2, 3, 3] }, ['messages']],
    ['an edit had no effect', { counted: 2 }, ['effects-lost']],
    ['an edit had its effect twice', { counted: 4 }, ['effects-doubled']],
    ['a mail has not come', { receipts: [second, ...others] }, ['mails-lost']],
    ['a mail came that nobody is owed', { owed: good.owed.slice(1) }, ['mails-unowed']],
    [
      'a mail went to somebody else',
      { receipts: [{ ...first, to: second.to }, second, ...others] },
      ['mails-astray'],
    ],
    [
      'somebody knows only what was told before the last edit',
      { receipts: [{ ...first, sequence: 6 }, second, ...others] },
      ['old-news'],
    ],
    [
      'somebody got no calendar entry',
      { receipts: [{ ...first, sequence: null }, second, ...others] },
      ['old-news'],
    ],
    ['something is left to do', { left: new Map([['mail waiting', 1]]) }, ['stuck']],
  ])('in which %s is found out', (_what, change, found) => {
    expect(kinds(change)).toEqual(found);
  });

  describe('with a mail that came twice', () => {
    const receipts = [...good.receipts, { ...first, at: first.at + 30_000 }];
    const attempts = new Map([...good.attempts, [first.messageId, 2]]);
    const outages = [{ part: 'mailer 2', from: first.at + 10, until: first.at + 900 }];

    it('is as it should be when its sender was killed as it was sent first, and says so', () => {
      const verdict = judge({ ...good, receipts, attempts, outages });
      expect(verdict).toMatchObject({ faults: [], doubled: 1, received: 5, lost: 0 });
      expect(verdict.mayBeDoubled).toBeGreaterThanOrEqual(1);
    });

    it.each<[string, Partial<Ledger>]>([
      ['nothing was killed', { outages: [] }],
      [
        'what was killed sends no mail',
        { outages: [{ part: 'shell', from: first.at, until: first.at + 1 }] },
      ],
      [
        'its sender was killed long before',
        { outages: [{ part: 'mailer 2', from: first.at - 90_000, until: first.at - 80_000 }] },
      ],
      [
        'its sender was killed only long after',
        { outages: [{ part: 'mailer 2', from: first.at + 20_000, until: first.at + 21_000 }] },
      ],
      ['its sender knows of one attempt', { attempts: good.attempts }],
      ['its sender knows of none', { attempts: new Map() }],
    ])('is found out when %s', (_what, change) => {
      expect(kinds({ receipts, attempts, outages, ...change })).toContain('mails-doubled');
    });

    it('is found out when it came a third time, and the second has no cause', () => {
      const thrice = [...receipts, { ...first, at: first.at + 60_000 }];
      const tried = new Map([...good.attempts, [first.messageId, 3]]);
      expect(kinds({ receipts: thrice, attempts: tried, outages })).toEqual(['mails-doubled']);
    });
  });

  it('with more mails that came twice than were on their way is found out', () => {
    const many = Array.from({ length: 30 }, (_, number) => mail(number));
    const once = many.map((each) => ({ ...each, at: start, subject: '', sequence: 7 }));
    const twice = {
      owed: many,
      receipts: [...once, ...once],
      attempts: new Map(many.map(({ messageId }) => [messageId, 2])),
      outages: [{ part: 'mailer 1', from: start, until: start + 500 }],
    };
    expect(kinds(twice)).toEqual(['mails-doubled']);
    expect(judge({ ...good, ...twice })).toMatchObject({ doubled: 30, mayBeDoubled: 10 });
  });
});

describe('what the mail server has written down', () => {
  it('ends with the last whole line', () => {
    expect(wholeLines('{"a":1}\n{"b":')).toBe('{"a":1}\n');
    expect(wholeLines('{"a":1}\n')).toBe('{"a":1}\n');
    expect(wholeLines('{"a"')).toBe('');
  });
});
