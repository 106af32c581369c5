import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startVisits, type VisitsStage } from '../stage.js';

interface TravelsJson {
  readonly items: readonly { readonly id: string; readonly ownPath: string | null }[];
}

describe('the visits that somebody travels with', () => {
  let stage: VisitsStage;

  beforeAll(async () => {
    stage = await startVisits();
  });
  afterAll(async () => stage?.stop());

  const mine = async (headers: Readonly<Record<string, string>>) =>
    (await fetch(`${stage.url}/visits/mine`, { headers })).text();

  it('are listed for them alone, the latest first, each with the way to their own page', async () => {
    const [adaId, boId] = [randomUUID(), randomUUID()];
    const [first, later] = [
      await stage.visit({ title: 'Visit one' }),
      await stage.visit({ title: 'Visit two', columns: { first_day: '2036-03-11', last_day: '2036-03-14' } }),
    ];
    const ada = await stage.traveller(first, { name: 'Ada', personId: adaId });
    const leading = await stage.traveller(later, { name: 'Ada', personId: adaId, part: 'leader' });
    const gone = await stage.visit({ title: 'Visit three' });
    await stage.traveller(gone, { name: 'Ada', personId: adaId, status: 'withdrawn' });
    const asAda = { id: adaId, name: 'Ada', roles: ['person'] } as const;
    const text = await mine(await stage.headers(asAda));
    expect(text).toContain(`href="/visits/travellers/${ada.secret}"`);
    expect(text.indexOf('Visit two')).toBeLessThan(text.indexOf('Visit one'));
    expect(text).toContain('you lead it');
    expect(text).not.toContain('Visit three');
    const api = await stage.headers({ ...asAda, via: 'api' });
    const { body } = await stage.api<TravelsJson>('GET', '/my-travels', api);
    expect(body.items.map(({ id, ownPath }) => [id, ownPath])).toEqual([
      [leading.id, `/visits/travellers/${leading.secret}`],
      [ada.id, `/visits/travellers/${ada.secret}`],
    ]);
    // Whoever acts for her sees where she goes, and not the way to her own page.
    const acting = await mine(await stage.headers({ ...asAda, actor: { id: 'sam', name: 'Sam Staff' } }));
    expect(acting).toContain('Visit one');
    expect(acting).not.toContain('/visits/travellers/');
    const bo = await mine(await stage.headers({ id: boId, name: 'Bo', roles: ['person'] }));
    expect(bo).not.toContain('Visit one');
    expect(bo).toContain('You have not applied for a visit yet');
  });
});
