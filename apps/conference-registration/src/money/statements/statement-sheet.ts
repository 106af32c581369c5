import { sheetOf } from '#sheets';
import type { CustomerReading } from '../reading/read-customer.js';
import { movementWords } from './movement-words.js';

/** A statement of account as a table to be taken out. @param today ISO date */
export const statementSheet = ({ customer, lines }: CustomerReading, today: string) =>
  sheetOf({
    name: `Statement ${customer.name} ${today}`,
    columns: [
      { key: 'on', title: 'Date', kind: 'date' },
      { key: 'what', title: 'What', kind: 'text' },
      { key: 'about', title: 'About', kind: 'text' },
      { key: 'charged', title: 'Charged', kind: 'pence' },
      { key: 'paid', title: 'Paid or credited', kind: 'pence' },
      { key: 'balance', title: 'Balance', kind: 'pence' },
    ],
    rows: lines.map((line) => ({
      on: line.on,
      what: movementWords(line),
      about: line.about,
      charged: line.chargedPence,
      paid: line.paidPence,
      balance: line.balancePence,
    })),
  });
