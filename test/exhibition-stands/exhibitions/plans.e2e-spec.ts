import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePdf } from '../../../libs/uploads/src/testing/make-files.js';
import { boxes, startSetUp, type SetUpStage } from './exhibitions-stage.js';

let stage: SetUpStage;
let path: string;

beforeAll(async () => {
  stage = await startSetUp();
  path = (await stage.exhibition({ title: 'NALC Conference' })).manage;
});
afterAll(() => stage.stop());

describe('tasks', () => {
  it('are listed with the most overdue first, and ticked off by one press', async () => {
    for (const [title, day] of [
      ['Artwork', '2035-05-01'],
      ['Booking', '2024-05-01'],
      ['Badges', '2024-06-01'],
    ] as const) {
      const sent = { title, kind: 'other', ...boxes('dueOn', day), ownerName: '<b>Sam</b>' };
      expect((await stage.send(`${path}/tasks/new`, sent)).location).toBe(`${path}/tasks`);
    }
    const text = await stage.text(`${path}/tasks`);
    expect(text).toContain('2 tasks overdue.');
    expect(text.indexOf('Booking')).toBeLessThan(text.indexOf('Badges'));
    expect(text.indexOf('Badges')).toBeLessThan(text.indexOf('Artwork'));
    expect(await stage.text('/stands/manage')).toContain('2 tasks overdue for NALC Conference');
    const { html } = await stage.staff.get(`${path}/tasks`);
    expect(html).not.toContain('<b>Sam');
    const [press = ''] = /\/stands\/manage\/[^"]+\/done/.exec(html) ?? [];
    for (const done of ['yes', 'yes', 'no', 'yes']) {
      expect((await stage.staff.post(press, { done })).location).toBe(`${path}/tasks`);
    }
    expect(await stage.text(`${path}/tasks`)).toContain('1 task overdue.');
    expect(await stage.text(`${path}/history`)).toContain('Task done: “Booking”');
  });

  it('say beside the field what is wrong, and keep what was written', async () => {
    const wrong = await stage.send(`${path}/tasks/new`, {
      title: ' ',
      ...boxes('dueOn', '2027-02-30'),
      note: 'Mine',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('id="title-error"');
    expect(wrong.html).toContain('id="dueOn-error"');
    expect(wrong.html).toContain('Mine');
  });

  it('are changed by versions, and deleted harmlessly twice', async () => {
    await stage.send(`${path}/tasks/new`, { title: 'Carrier', ...boxes('dueOn', '2035-05-02') });
    const [task] = await stage.query<{ id: string }>(
      `SELECT id FROM exhibition_tasks WHERE title = 'Carrier'`,
    );
    const edit = `${path}/tasks/${task?.id}/edit`;
    expect((await stage.send(edit, { title: 'Courier' })).location).toBe(`${path}/tasks`);
    expect((await stage.send(edit, { title: 'Courier', version: '1' })).status).toBe(303);
    const late = await stage.send(edit, { title: 'Van', version: '1' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('value="Van"');
    const remove = `${path}/tasks/${task?.id}/delete`;
    expect((await stage.staff.post(remove)).location).toBe(`${path}/tasks`);
    expect((await stage.staff.post(remove)).location).toBe(`${path}/tasks`);
    expect((await stage.staff.get(edit)).status).toBe(404);
  });
});

describe('costs', () => {
  it('are added up, and what is over budget is said in words', async () => {
    await stage.send(`${path}/costs/new`, {
      description: 'Space',
      budgetPence: '£1,000',
      actualPence: '1,200.50',
    });
    await stage.send(`${path}/costs/new`, { description: 'Print', category: 'print', budgetPence: '100' });
    const text = await stage.text(`${path}/costs`);
    expect(text).toContain('£100.50 over budget: £1,200.50 of £1,100.00 is spent.');
    expect(text).toContain('£200.50 over');
  });

  it.each(['-1', '1.234', 'much', '99999999999999'])('are not %s', async (budgetPence) => {
    const wrong = await stage.send(`${path}/costs/new`, { description: 'Space', budgetPence });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('id="budgetPence-error"');
  });
});

describe('documents', () => {
  const upload = async (
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    note = '',
    token: string = crypto.randomUUID(),
  ) => {
    const form = new FormData();
    form.set('once', token);
    form.set('file', new Blob([bytes]), name);
    form.set('note', note);
    const headers = {
      ...(await stage.headers({ id: 'sam', roles: ['staff'] })),
      'sec-fetch-site': 'same-origin',
    };
    return fetch(`${stage.url}${path}/documents`, {
      method: 'POST',
      body: form,
      headers,
      redirect: 'manual',
    });
  };
  it('are kept, given out as downloads, and deleted', async () => {
    const pdf = Uint8Array.from(await makePdf());
    expect((await upload('../../plan.pdf', pdf, '<i>The hall</i>')).status).toBe(303);
    const { html } = await stage.staff.get(`${path}/documents`);
    expect(html).toContain('plan.pdf');
    expect(html).not.toContain('<i>The hall');
    const [document] = await stage.query<{ id: string }>('SELECT id FROM exhibition_documents');
    const file = await stage.staff.get(`${path}/documents/${document?.id}`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="plan.pdf"');
    expect(file.html).toContain('%PDF');
    const { manage } = await stage.exhibition();
    expect((await stage.staff.get(`${manage}/documents/${document?.id}`)).status).toBe(404);
    const remove = `${path}/documents/${document?.id}/delete`;
    expect((await stage.staff.post(remove)).location).toBe(`${path}/documents`);
    expect((await stage.staff.post(remove)).location).toBe(`${path}/documents`);
  });

  it('are another one where only what is in the file is another, on the page and for programs', async () => {
    const [one, other] = ['a,b\n1,2\n', 'a,b\n1,3\n'].map((text) => new TextEncoder().encode(text));
    if (one === undefined || other === undefined) throw new Error('no files');
    const kept = async () =>
      (await stage.query(`SELECT FROM exhibition_documents WHERE name IN ('list.csv', 'sent.csv')`)).length;
    const token = crypto.randomUUID();
    for (const bytes of [one, one, other]) {
      expect((await upload('list.csv', bytes, '', token)).status).toBe(303);
    }
    expect(await kept()).toBe(2);
    const headers = {
      ...(await stage.headers({ id: 'sam', roles: ['staff'], via: 'api' })),
      'idempotency-key': crypto.randomUUID(),
    };
    const send = async (bytes: Uint8Array<ArrayBuffer>) => {
      const body = new FormData();
      body.set('file', new Blob([bytes]), 'sent.csv');
      const address = `${stage.url}/api/v1/exhibition-stands${path.replace('/stands/manage', '/exhibitions')}/documents`;
      return (await fetch(address, { method: 'POST', body, headers })).status;
    };
    expect([await send(one), await send(one), await send(other)]).toEqual([201, 201, 422]);
    expect(await kept()).toBe(3);
  });

  it('are refused beside the field where they are too large or of another kind', async () => {
    const large = await upload('large.pdf', new Uint8Array(20 * 1024 * 1024));
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('The file is larger than 10 MB');
    const other = await upload('virus.exe', new Uint8Array([77, 90, 0, 1, 2]));
    expect(other.status).toBe(422);
    expect(await other.text()).toContain('id="file-error"');
    expect((await stage.send(`${path}/documents`)).status).toBe(415);
  });
});

describe('the floor', () => {
  it('is drawn from a form, with the same as a list', async () => {
    const saved = await stage.send(`${path}/sketch/edit`, {
      width: '3',
      depth: '2,5',
      'things.1.kind': 'table',
      'things.1.label': '<Case & studies>',
      'things.1.x': '0.2',
      'things.1.y': '0.3',
      'things.1.width': '1.8',
      'things.1.depth': '0.6',
    });
    expect(saved.location).toBe(`${path}/sketch`);
    const { html } = await stage.staff.get(`${path}/sketch`);
    expect(html).toContain('<svg');
    expect(html).toContain(
      'Table “&lt;Case &amp; studies>”: 1.8 m wide, 0.6 m deep; 0.2 m from the left, 0.3 m from the back',
    );
    const wrong = await stage.send(`${path}/sketch/edit`, { 'things.0.x': '2', depth: 'deep' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('id="depth-error"');
    const outside = await stage.send(`${path}/sketch/edit`, { 'things.0.x': '2' });
    expect(outside.html).toContain('id="things-0-x-error"');
  });
});

describe('the rules of the rota', () => {
  it('are a plain form', async () => {
    expect(await stage.text(`${path}/rota/settings`)).toContain('Fair hours matter more than preferences.');
    const saved = await stage.send(`${path}/rota/settings`, {
      'rules.maxMinutesPerDay': '7.5',
      'weights.fairness': 'a little',
      'weights.preference': 'most',
    });
    expect(saved.location).toBe(path);
    expect(await stage.text(path)).toContain('Preferences matter more than fair hours.');
    const wrong = await stage.send(`${path}/rota/settings`, {
      'rules.restMinutes': '-1',
      'weights.days': 'heaps',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('id="rules-restMinutes-error"');
    expect(wrong.html).toContain('id="weights-days-error"');
  });
});

describe('visitors', () => {
  it('see nothing of plans', async () => {
    for (const part of [
      '',
      '/days',
      '/tasks',
      '/costs',
      '/documents',
      '/sketch',
      '/history',
      '/rota/settings',
    ]) {
      expect((await fetch(`${stage.url}${path}${part}`, { redirect: 'manual' })).status).toBe(403);
    }
  });
});
