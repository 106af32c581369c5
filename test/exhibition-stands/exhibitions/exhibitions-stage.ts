import { formIn } from '../../events-calendar/staff-pages/form-in.js';
import { TestBrowser, textOf, type Fields, type Visited } from '../../members/browsing.js';
import { staffPerson, startStands, type StandsStage } from '../stage.js';

/** A member of staff who sets exhibitions up. */
export interface SetUpStage extends StandsStage {
  readonly staff: TestBrowser;
  /** What a program of theirs sends with its requests. */
  readonly program: Readonly<Record<string, string>>;
  /** Sends the form of a page with some fields filled in otherwise. */
  send(this: void, path: string, fields?: Fields): Promise<Visited>;
  /** What the page says, without its markup. */
  text(this: void, path: string): Promise<string>;
}

export async function startSetUp(): Promise<SetUpStage> {
  const stage = await startStands();
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

/** A line of the days' form. */
export const dayLine = (
  index: number,
  {
    day,
    kind = 'open',
    opens,
    closes,
  }: Readonly<Record<'day' | 'opens' | 'closes', string>> & { kind?: string },
): Record<string, string> => ({
  ...boxes(`days.${index}.day`, day),
  [`days.${index}.kind`]: kind,
  [`days.${index}.opens`]: opens,
  [`days.${index}.closes`]: closes,
});
