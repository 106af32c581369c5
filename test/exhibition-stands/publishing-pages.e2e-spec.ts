import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { publish, setDraft, stageRota } from './publishing-stage.js';
import { staffPerson, startStands, type StandsStage } from './stage.js';

let stage: StandsStage;
let browser: Browser;

beforeAll(async () => {
  stage = await startStands();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const as = async (headers: Record<string, string>) => {
  const context = await browser.newContext({ extraHTTPHeaders: headers, javaScriptEnabled: true });
  return context.newPage();
};

describe('the pages of published rotas', () => {
  it('lead staff from what stands against a rota to having published it', async () => {
    const rota = await stageRota(stage, { passesNeeded: true });
    await stage.query(
      `UPDATE team_members SET email = NULL, name = 'Bo ' || repeat('Sample-Ffoulkes ', 4) WHERE id = $1`,
      [rota.members[1]?.id],
    );
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
      [2, 1],
    ]);
    const page = await as(await stage.headers(staffPerson));
    await page.goto(`${stage.url}${rota.exhibition.manage}/rota/publish`);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'publish');
    await page.getByRole('button', { name: 'Publish and tell 2 people' }).click();
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'publish refused');
    for (const box of await page.getByLabel('No pass for the day').all())
      await box.fill('It is at the desk.');
    await page.getByRole('button', { name: 'Publish and tell 2 people' }).click();
    await page.getByText('Rota 1 is published. 1 person has been written to.').waitFor();
    await page.getByText('Nothing is different for anybody').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'published');
  });

  it('show volunteers their shifts', async () => {
    const personId = randomUUID();
    const rota = await stageRota(stage, { personIds: [personId] });
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
      [3, 0],
    ]);
    const staff = await stage.headers({ ...staffPerson, via: 'api' });
    const page = await as(await stage.headers({ id: personId, roles: ['person'] }));
    await page.goto(`${stage.url}/stands/mine`);
    await page.getByText('You have no shifts there yet.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await publish(stage, rota, staff)).toMatchObject({ status: 201 });
    await page.reload();
    await page.getByText('You have 2 shifts to come.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'mine');
    await page.getByRole('link', { name: /^Your page for/ }).click();
    await page.getByRole('heading', { name: 'Your shifts' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'own');
    await page.getByRole('link', { name: 'print them' }).click();
    await page.getByText('With Bo Sample.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'print');
    const nobody = await as(await stage.headers({ id: randomUUID(), roles: ['person'] }));
    await nobody.goto(`${stage.url}/stands/mine`);
    await nobody.getByText('You help at no stand at the moment.').waitFor();
    expect(await faultsOf(nobody)).toEqual([]);
  });
});
