import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { mailKinds } from '#contracts';
import { readHeld, type HeldKind, type HeldSection } from '#platform';
import { statusWords } from './domain/mail-status.js';

/** A column of SQL that says what its codes mean. */
const inWords = (column: string, words: Readonly<Record<string, string>>): string => {
  const cases = Object.entries(words).map(
    ([code, word]) => `WHEN '${code}' THEN '${word.replaceAll("'", "''")}'`,
  );
  return `CASE ${column} ${cases.join(' ')} ELSE ${column} END AS ${column}`;
};

const kindInWords = inWords(
  'kind',
  Object.fromEntries(Object.entries(mailKinds).map(([code, { title }]) => [code, title])),
);

const kinds: readonly HeldKind[] = [
  {
    key: 'address',
    title: 'Where your mail goes',
    columns: { name: 'Name', address: 'Mail address' },
    query: `SELECT name, address FROM people WHERE id = $1`,
  },
  {
    key: 'switchedOff',
    title: 'Mails that you have switched off',
    columns: { kind: 'Kind', since: 'Since', how: 'How' },
    query: `SELECT ${kindInWords}, since, CASE how WHEN 'one-click' THEN 'by your mail program' ELSE 'on a page' END AS how
      FROM switched_off WHERE person_id = $1 ORDER BY kind`,
  },
  {
    key: 'mails',
    title: 'Mails that were sent to you',
    columns: {
      askedAt: 'When',
      kind: 'Kind',
      name: 'To',
      address: 'Mail address',
      subject: 'About',
      status: 'What became of it',
      answer: 'The mail server’s words',
    },
    query: `SELECT asked_at AS "askedAt", ${kindInWords}, to_name AS name, to_address AS address, subject, ${inWords('status', statusWords)},
        last_answer AS answer
      FROM mails WHERE person_id = $1 ORDER BY asked_at, id`,
  },
  {
    key: 'shutAddresses',
    title: 'Your addresses that mail servers have refused',
    columns: { since: 'Since', address: 'Mail address', answer: 'The mail server’s words' },
    query: `SELECT since, address, answer FROM suppressed_addresses
      WHERE person_id = $1 OR address = (SELECT lower(address) FROM people WHERE id = $1) ORDER BY since, id`,
  },
];

/** All that the mailer holds on a person, for their own eyes. What a mail said is not kept. */
@Injectable()
export class HeldOn {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(personId: string): Promise<HeldSection[]> {
    return readHeld(this.dataSource, kinds, personId);
  }
}
