import { Tag, type TagColour } from '#ui';
import { statusWords, type MailStatus } from '../domain/mail-status.js';

const colours: Readonly<Record<MailStatus, TagColour>> = {
  asked: 'grey',
  sent: 'green',
  deferred: 'yellow',
  refused: 'red',
  'too-late': 'red',
  withdrawn: 'grey',
  unwanted: 'grey',
  suppressed: 'red',
};

export function StatusTag({ status }: { readonly status: MailStatus }) {
  return <Tag colour={colours[status]}>{statusWords[status]}</Tag>;
}
