import { startCountedPages, type CountedPages } from './counted-pages.js';
import { stageCrowd, stageLedger, type Crowd } from './crowd.js';
import { staffPerson, startStands, type StandsStage } from './stage.js';

/** What staff and volunteers look at again and again. */
const pages: Readonly<Record<string, (crowd: Crowd) => string>> = {
  dashboard: () => '/stands/manage',
  overview: ({ manage }) => manage,
  'stand now': ({ manage }) => `${manage}/today`,
  board: ({ manage }) => `${manage}/rota`,
  team: ({ manage }) => `${manage}/team`,
  'one of the team': ({ manage, memberId }) => `${manage}/team/${memberId}`,
  passes: ({ manage }) => `${manage}/passes`,
  swaps: ({ manage }) => `${manage}/swaps`,
  hours: ({ manage }) => `${manage}/afterwards/hours`,
  visitors: ({ manage }) => `${manage}/visitors`,
  ledger: () => '/stands/stock/ledger',
  stock: () => '/stands/stock',
  'own page': ({ secret }) => `/stands/team/${secret}`,
  'own “Stand now”': ({ secret }) => `/stands/team/${secret}/now`,
};

describe('what a page asks the database', () => {
  let stage: StandsStage;
  let counted: CountedPages;
  let headers: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    counted = await startCountedPages(stage);
    headers = await stage.headers(staffPerson);
  });
  afterAll(async () => {
    await counted?.stop();
    await stage?.stop();
  });

  const numbersFor = async (crowd: Crowd): Promise<Record<string, number>> => {
    const numbers: Record<string, number> = {};
    for (const [name, pathOf] of Object.entries(pages)) {
      numbers[name] = (await counted.statementsOf(pathOf(crowd), headers)).length;
    }
    return numbers;
  };

  it('is as much for 300 people as for three, and for 5,000 lines of a ledger as for ten', async () => {
    const three = await stageCrowd(stage, { people: 3, days: 10, visitors: 60 });
    await stageLedger(stage, three.id, 10);
    const few = await numbersFor(three);
    const many = await stageCrowd(stage, { people: 300, days: 10, visitors: 1000 });
    await stageLedger(stage, many.id, 5000);
    expect(await numbersFor(many)).toEqual(few);
    // That it can be counted at all.
    expect(Object.entries(few).filter(([, number]) => number === 0)).toEqual([]);
  });
});
