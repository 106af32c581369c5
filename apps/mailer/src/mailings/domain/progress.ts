import { isWaiting, mailStatuses, type MailStatus } from '../../mails/domain/mail-status.js';

/** How many of a mailing's mails are in which state; what is left out is none. */
export type Counts = Readonly<Partial<Record<MailStatus, number>>>;

/** How far a mailing has come. */
export interface Progress {
  /** How many readers it has, as far as is known. */
  readonly total: number;
  /** Readers whose mails have not been taken in yet. */
  readonly toCome: number;
  /** Mails that are still to be sent. */
  readonly waiting: number;
  readonly sent: number;
  /** Mails that were not sent and will not be. */
  readonly notSent: number;
  readonly isDone: boolean;
}

/**
 * @param total how many readers whoever asked for the mailing had counted
 * @param isOver whether the moment has passed after which it is of no use: then no more readers come
 */
export function progressOf(total: number, counts: Counts, isOver: boolean): Progress {
  const sum = (wanted: (status: MailStatus) => boolean) =>
    mailStatuses.filter(wanted).reduce((all, status) => all + (counts[status] ?? 0), 0);
  const known = sum(() => true);
  const waiting = sum(isWaiting);
  const sent = counts.sent ?? 0;
  const toCome = isOver ? 0 : Math.max(0, total - known);
  return {
    total: Math.max(known, isOver ? 0 : total),
    toCome,
    waiting,
    sent,
    notSent: known - waiting - sent,
    isDone: toCome === 0 && waiting === 0,
  };
}
