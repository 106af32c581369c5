import type { Outage } from './parts.ts';
import type { Receipt } from './receipts.ts';

/** A mail that somebody is owed. */
export interface OwedMail {
  readonly messageId: string;
  readonly to: string;
}

/** All that a run was to do, and what there was at its end. */
export interface Ledger {
  /** Edits that were acknowledged. */
  readonly edits: number;
  /** By how much the event's version rose. */
  readonly versions: number;
  /** The version that each message about a change of the event speaks of. */
  readonly told: readonly number[];
  /** How many edits the calendar has counted as handled: in mailings, in what led to none, and in what still waits. */
  readonly counted: number;
  /** The event's SEQUENCE. */
  readonly sequence: number;
  readonly owed: readonly OwedMail[];
  readonly receipts: readonly Receipt[];
  /** How often the mailer began to send each mail, by Message-ID. */
  readonly attempts: ReadonlyMap<string, number>;
  readonly outages: readonly Outage[];
  /** What is left although everything has had time to end, by its name. */
  readonly left: ReadonlyMap<string, number>;
}

/** What can be wrong with a run. */
export type FaultKind =
  | 'edits'
  | 'messages'
  | 'effects-lost'
  | 'effects-doubled'
  | 'mails-lost'
  | 'mails-unowed'
  | 'mails-astray'
  | 'mails-doubled'
  | 'old-news'
  | 'stuck';

export interface Fault {
  readonly kind: FaultKind;
  readonly words: string;
}

export interface Verdict {
  readonly faults: readonly Fault[];
  readonly received: number;
  readonly lost: number;
  /** Mails that came more than once, each after an attempt whose end nobody knows. */
  readonly doubled: number;
  /** So many might have, considering what was killed. */
  readonly mayBeDoubled: number;
}

/** How many connections a mailer has to the mail server. */
export const connections = 5;

/** How many mails a mailer has at hand at a time: those that it hands over, and as many that wait for that or for the database. */
const atHand = 2 * connections;

/** How many mails a kill of the part can leave nobody sure of. */
const unclearBy: Readonly<Record<string, number>> = {
  'mailer 1': atHand,
  'mailer 2': atHand,
  'mail server': 2 * connections,
  PostgreSQL: 2 * atHand,
};

/** What was under way when a part went, and while it came back, may be as much earlier or later, in milliseconds. */
const slack = 5000;

/** Holds what there is against what ought to be. */
export function judge(ledger: Ledger): Verdict {
  const { edits, versions, told, counted, owed, receipts, left } = ledger;
  const faults: Fault[] = [];
  const found = (kind: FaultKind, words: string | false) => {
    if (words !== false) faults.push({ kind, words });
  };

  found(
    'edits',
    versions !== edits && `${edits} edits were acknowledged, but the event has risen by ${versions}`,
  );
  const different = new Set(told).size;
  found(
    'messages',
    (told.length !== edits || different !== edits) &&
      `${edits} edits, but ${told.length} messages about ${different} versions`,
  );
  found('effects-lost', counted < edits && `only ${counted} of ${edits} edits had their effect`);
  found('effects-doubled', counted > edits && `${edits} edits had ${counted} effects`);

  const copies = Map.groupBy(receipts, ({ messageId }) => messageId);
  const lost = owed.filter(({ messageId }) => !copies.has(messageId));
  found(
    'mails-lost',
    lost.length > 0 && `${lost.length} of ${owed.length} mails have not come: ${some(lost)}`,
  );
  const owedTo = new Map(owed.map(({ messageId, to }) => [messageId, to]));
  const unowed = receipts.filter(({ messageId }) => !owedTo.has(messageId));
  found('mails-unowed', unowed.length > 0 && `${unowed.length} mails are owed to nobody: ${some(unowed)}`);
  const astray = receipts.filter(({ messageId, to }) => (owedTo.get(messageId) ?? to) !== to);
  found('mails-astray', astray.length > 0 && `${astray.length} mails went to somebody else: ${some(astray)}`);

  const doubled = [...copies.values()].filter(({ length }) => length > 1);
  const unexplained = doubled.filter((same) => !isExplained(same, ledger)).map(([first]) => first);
  const mayBeDoubled = ledger.outages.reduce((sum, { part }) => sum + (unclearBy[part] ?? 0), 0);
  found(
    'mails-doubled',
    unexplained.length > 0 && `${unexplained.length} mails came twice without cause: ${some(unexplained)}`,
  );
  found(
    'mails-doubled',
    doubled.length > mayBeDoubled && `${doubled.length} mails came twice; ${mayBeDoubled} could be explained`,
  );
  found('old-news', oldNews(ledger));
  for (const [what, count] of left) found('stuck', count > 0 && `${count} × ${what}`);

  return { faults, received: receipts.length, lost: lost.length, doubled: doubled.length, mayBeDoubled };
}

/** Whether each copy of a mail stands for an attempt, and each but the last for one that a kill left unclear. */
function isExplained(copies: readonly Receipt[], { attempts, outages }: Ledger): boolean {
  const [{ messageId } = { messageId: '' }] = copies;
  if ((attempts.get(messageId) ?? 0) < copies.length) return false;
  return copies
    .toSorted((a, b) => a.at - b.at)
    .slice(0, -1)
    .every(({ at }) =>
      outages.some(({ part, from, until }) => part in unclearBy && at >= from - slack && at <= until + slack),
    );
}

/** Whether somebody was left with a calendar entry that is not the event's last. */
function oldNews({ receipts, sequence }: Ledger): string | false {
  const newest = new Map<string, number>();
  for (const { to, sequence: sent } of receipts) newest.set(to, Math.max(newest.get(to) ?? -1, sent ?? -1));
  const behind = [...newest].filter(([, known]) => known !== sequence);
  return behind.length > 0 && `${behind.length} followers do not know SEQUENCE ${sequence}`;
}

function some(mails: readonly ({ readonly messageId: string; readonly to: string } | undefined)[]): string {
  const words = mails.slice(0, 3).map((mail) => `${mail?.messageId ?? ''} to ${mail?.to ?? ''}`);
  return [...words, ...(mails.length > 3 ? ['…'] : [])].join(', ');
}
