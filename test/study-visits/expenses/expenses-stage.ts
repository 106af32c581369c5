import { randomUUID } from 'node:crypto';
import type { ExpenseOutput } from '../../../apps/study-visits/src/expenses/api/expense.schema.js';
import type { SystemOptions } from '#launcher';
import { makePng } from '../../../libs/uploads/src/testing/make-files.js';
import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type VisitsStage,
} from '../stage.js';

/** An expense, or what a refusal says. */
export type ExpenseBody = ExpenseOutput & {
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
};

/** A taxi in euro, paid by whoever claims it for themselves, unless said otherwise. */
export const taxi = {
  day: '2025-03-12',
  what: 'Taxi to the station',
  currency: 'EUR',
  amountMinor: 2340,
  paidWith: 'own',
  forWhom: 'claimant',
  noReceiptWhy: 'The driver gives none',
};

export const marchRate = {
  currency: 'EUR',
  fromDay: '2025-03-01',
  perPound: '1.17',
  source: 'HMRC, March 2025',
};

interface Replied {
  readonly status: number;
  readonly body: ExpenseBody;
  readonly etag: string | null;
}

/** What travellers, by their links, and staff do with expenses, through the API. */
export interface ExpensesStage extends VisitsStage {
  /** As somebody of the staff. @param who which of them; Sam unless given */
  staff(
    this: void,
    method: Method,
    path: string,
    body?: object,
    version?: number,
    who?: string,
  ): Promise<Replied>;
  /** As whoever has the traveller’s link; the path goes on from their expenses. */
  own(
    this: void,
    traveller: StagedTraveller,
    method: Method,
    path: string,
    body?: object,
    version?: number,
  ): Promise<Replied>;
  /** A visit with a rate for euro. */
  rated(this: void): Promise<StagedVisit>;
  /** Writes an expense and sends it to staff. */
  sent(this: void, traveller: StagedTraveller, said?: object): Promise<ExpenseBody>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A form with a file, as a browser sends it. */
export function withFile(fields: Readonly<Record<string, string>>, file?: File): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ once: randomUUID(), ...fields })) form.append(name, value);
  form.append('file', file ?? new File([], ''));
  return form;
}

export const photo = (name = 'receipt.png', words = ''): File =>
  new File([Uint8Array.from(makePng({ words }))], name);

export async function startExpenses(options: SystemOptions = {}): Promise<ExpensesStage> {
  const stage = await startVisits(options);
  const ask = async (
    method: Method,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
    version?: number,
  ): Promise<Replied> => {
    const response = await fetch(`${stage.url}/api/v1/study-visits${path}`, {
      method,
      headers: {
        ...headers,
        accept: 'application/json',
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as ExpenseBody,
      etag: response.headers.get('etag'),
    };
  };
  const staff: ExpensesStage['staff'] = async (method, path, body, version, who = staffPerson.id) =>
    ask(
      method,
      path,
      await stage.headers({ ...staffPerson, id: who, name: `Staff ${who}`, via: 'api' }),
      body,
      version,
    );
  const own: ExpensesStage['own'] = ({ secret }, method, path, body, version) =>
    ask(method, `/traveller-links/${secret}/expenses${path}`, {}, body, version);
  return {
    ...stage,
    staff,
    own,
    rated: async () => {
      const visit = await stage.visit();
      await staff('POST', `/visits/${visit.id}/expense-rates`, marchRate);
      return visit;
    },
    sent: async (traveller, said = {}) => {
      const { body } = await own(traveller, 'POST', '', { ...taxi, ...said });
      return (await own(traveller, 'POST', `/${body.id}/send`, undefined, 1)).body;
    },
  };
}
