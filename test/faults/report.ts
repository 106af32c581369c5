import type { RunReport } from './run.ts';

const backends = { postgres: 'PostgreSQL', redis: 'Redis' } as const;

const whole = (value: number) => value.toLocaleString('en-GB');
const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;

/** A column of the table: what a run was and what came of it. */
function column({
  options,
  kills,
  endedByItself,
  edits,
  mailings,
  owed,
  verdict,
  took,
}: RunReport): string[] {
  const restarts = [...kills.values()].reduce((sum, count) => sum + count, 0) + endedByItself;
  return [
    `${backends[options.backend]}${options.control ? ', inboxes blind' : ''}`,
    options.seed,
    ...partNames.map((part) => String(kills.get(part) ?? '–')),
    `${restarts} (${endedByItself} by itself)`,
    whole(edits.edits),
    `${whole(edits.calls)} (${edits.inDoubt} in doubt, ${edits.doneInDoubt} done all the same)`,
    whole(mailings),
    whole(owed),
    whole(verdict.received),
    `${verdict.doubled} (at most ${verdict.mayBeDoubled})`,
    whole(verdict.lost),
    seconds(took),
    verdict.faults.length === 0 ? 'as it should be' : `wrong (${verdict.faults.length})`,
  ];
}

const partNames = [
  'shell',
  'members',
  'conference-registration',
  'exhibition-stands',
  'study-visits',
  'events-calendar 1',
  'events-calendar 2',
  'mailer 1',
  'mailer 2',
  'mail server',
  'PostgreSQL',
  'Redis',
];

const headings = [
  '',
  'seed',
  ...partNames.map((part) => `killed: ${part}`),
  'started again',
  'edits',
  'calls for them',
  'mailings',
  'mails owed',
  'mails received',
  'doubled (unclear)',
  'mails lost',
  'time',
  'verdict',
];

/** The runs side by side, and what is wrong with each. */
export function tableOf(reports: readonly RunReport[]): string[] {
  const columns = [headings, ...reports.map(column)];
  const widths = columns.map((cells) => Math.max(...cells.map(({ length }) => length)));
  const rows = headings.map((_heading, row) =>
    columns
      .map((cells, index) => (cells[row] ?? '').padEnd(widths[index] ?? 0))
      .join('   ')
      .trimEnd(),
  );
  const faults = reports.flatMap(({ options, verdict }) =>
    verdict.faults.map(({ kind, words }) => `${backends[options.backend]}: ${kind}: ${words}`),
  );
  return [...rows, ...(faults.length > 0 ? ['', ...faults] : [])];
}
