import { startStands, staffPerson, type Answer, type StandsStage } from '../stage.js';
import { withoutStockLock } from './stock-lock-off.js';
import { faultsOfLedger, stageItem, stagePlace } from './stock-stage.js';

interface Refusal {
  readonly code?: string;
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
}

describe('many phones that take from the same box at once', () => {
  let stage: StandsStage;
  let staff: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(() => stage?.stop());

  const take = (item: string, from: string): Promise<Answer<Refusal>> =>
    stage.api('POST', '/stock/movements', staff, { kind: 'hand-out', item, from, quantity: 1 });

  /** A box with ten packs in it, in the ledger. */
  async function tenPacks() {
    const item = await stageItem(stage.query);
    const { id: placeId, code } = await stagePlace(stage.query);
    const received = await stage.api('POST', '/stock/movements', staff, {
      kind: 'receive',
      item,
      to: code,
      quantity: 10,
    });
    expect(received.status).toBe(201);
    return { item, code, placeId };
  }

  const left = async (item: string) =>
    (
      await stage.query<{ quantity: number }>('SELECT quantity FROM stock_levels WHERE item_id = $1', [item])
    )[0]?.quantity;

  it('have ten of ten: 40 at once, 30 of them told that there is none left', async () => {
    const { item, code } = await tenPacks();
    const answers = await Promise.all(Array.from({ length: 40 }, () => take(item, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ status, body }) => [status, body.errors?.[0]?.code])).toEqual(
      Array.from({ length: 30 }, () => [422, 'not-enough']),
    );
    expect(refused.every(({ body }) => /no packs left in Box/.test(body.errors?.[0]?.message ?? ''))).toBe(
      true,
    );
    expect(await left(item)).toBe(0);
    await expect(faultsOfLedger(stage.query)).resolves.toEqual([]);
  });

  it('do not wait for each other in a circle where things are moved both ways and counted', async () => {
    const { item, code } = await tenPacks();
    const other = await stagePlace(stage.query);
    const move = (from: string, to: string) =>
      stage.api<Refusal>('POST', '/stock/movements', staff, { kind: 'move', item, from, to, quantity: 1 });
    const count = (counted: number) =>
      stage.api('POST', `/stock/places/${code}/counts`, staff, { counts: [{ itemId: item, counted }] });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => {
        if (index % 10 === 9) return count(index);
        return index % 2 === 0 ? move(code, other.code) : move(other.code, code);
      }),
    );
    expect(answers.filter(({ status }) => status !== 201 && status !== 422)).toEqual([]);
    await expect(faultsOfLedger(stage.query)).resolves.toEqual([]);
  });

  it('would be let take more than there is, were the stock not locked', async () => {
    const { item, code, placeId } = await tenPacks();
    const answers = await withoutStockLock(stage, () =>
      Promise.all(Array.from({ length: 40 }, () => take(item, code))),
    );
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    const faults = await faultsOfLedger(stage.query);
    expect(faults).toEqual([expect.objectContaining({ item_id: item, place_id: placeId })]);
  });
});
