import { formIn } from '../../events-calendar/staff-pages/form-in.js';
import { TestBrowser, textOf, type Fields, type Visited } from '../../members/browsing.js';
import { staffPerson, startVisits, type VisitsStage } from '../stage.js';

/** A member of staff who sets visits up. */
export interface SetUpStage extends VisitsStage {
  readonly staff: TestBrowser;
  /** What a program of theirs sends with its requests. */
  readonly program: Readonly<Record<string, string>>;
  /** Sends the form of a page with some fields filled in otherwise. */
  send(this: void, path: string, fields?: Fields): Promise<Visited>;
  /** What the page says, without its markup. */
  text(this: void, path: string): Promise<string>;
}

export async function startSetUp(): Promise<SetUpStage> {
  const stage = await startVisits();
  const staff = new TestBrowser(stage.system, {
    origin: stage.url,
    headers: await stage.headers(staffPerson),
  });
  return {
    ...stage,
    staff,
    program: await stage.headers({ ...staffPerson, via: 'api' }),
    send: async (path, fields = {}) =>
      staff.post(path, { ...formIn((await staff.get(path)).html), ...fields }),
    text: async (path) => textOf((await staff.get(path)).html),
  };
}

/** The boxes of a date. @param day ISO; empty: blank */
export function boxes(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
}

/** A risk as its form has it. */
export const coach: Fields = {
  hazard: 'The coach has an accident',
  atRisk: 'Everybody on the coach',
  measures: 'Belts are worn.\nThe company is checked.',
  likelihood: '2',
  severity: '5',
  responsible: 'The leader',
  ...boxes('reviewOn', '2035-01-15'),
};

/** Answers by which a visit is exempt from the rules of package travel. */
export const exempt: Fields = {
  combines: 'yes',
  overnight: 'yes',
  occasional: 'yes',
  notForProfit: 'yes',
  limitedGroup: 'yes',
  reasons: 'One visit a year, at cost, for members.',
};

/** Ticks and signs. */
export const signature: Fields = { role: 'Head of operations', agrees: 'yes' };
