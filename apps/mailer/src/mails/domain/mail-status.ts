/** What can become of a mail that was asked for. */
export const mailStatuses = [
  'asked',
  'sent',
  'deferred',
  'refused',
  'too-late',
  'withdrawn',
  'unwanted',
  'suppressed',
] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** As a tag says it. */
export const statusWords: Readonly<Record<MailStatus, string>> = {
  asked: 'Waiting',
  sent: 'Sent',
  deferred: 'Trying again',
  refused: 'Refused',
  'too-late': 'Too late',
  withdrawn: 'Withdrawn',
  unwanted: 'Not wanted',
  suppressed: 'Address shut',
};

/** What it means, in a sentence. */
export const statusMeaning: Readonly<Record<MailStatus, string>> = {
  asked: 'It will be sent in a moment.',
  sent: 'The mail server has taken it. Whether it was read, nobody can tell.',
  deferred: 'The mail server could not take it yet. It is tried again by itself.',
  refused: 'The mail server will not take it, or it could not be sent as it was. It is not tried again.',
  'too-late': 'It could not be sent while it was of use. It is not tried again.',
  withdrawn: 'It was not sent, as its reader asked to be forgotten.',
  unwanted: 'It was not sent, as its reader has switched off mails of this kind.',
  suppressed: 'It was not sent, as a mail server has refused this address for good.',
};

/** Whether there is still something to do for it. */
export function isWaiting(status: MailStatus): boolean {
  return status === 'asked' || status === 'deferred';
}
