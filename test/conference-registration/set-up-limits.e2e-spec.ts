import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { textOf } from '../members/browsing.js';
import { boxes, startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;
let send: SetUpStage['send'];
beforeAll(async () => {
  stage = await startSetUp();
  send = stage.send;
});
afterAll(() => stage.stop());

const addsUp = (id: string) => placesAddUp(stage.query, id);

async function idOf(table: string, column: string, value: string): Promise<string> {
  const [row] = await stage.query<{ id: string }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [value]);
  if (!row) throw new Error(`${table} has no ${value}`);
  return row.id;
}

describe('limits', () => {
  it('count what was taken before, overlap, and may be lowered below it', async () => {
    const { path, id, tickets } = await stage.staged({ tickets: { Day: {}, Online: {} } });
    const day = tickets['Day'] ?? '';
    expect(await stage.text(`${path}/pools`)).toContain('There is no limit yet');
    expect((await stage.book(id, { [day]: 5 })).status).toBe(201);
    const add = (fields: object) =>
      send(`${path}/pools/new`, { capacity: '5', ticketTypeIds: [day], ...fields });
    expect((await add({ name: 'Room' })).location).toBe(`${path}/pools`);
    await add({ name: 'Each', capacity: '6', perOrganisation: 'yes' });
    await add({ name: 'House', capacity: '300', ticketTypeIds: [day, tickets['Online'] ?? ''] });
    expect(await addsUp(id)).toEqual([]);
    expect(await stage.text(`${path}/pools`)).toContain('Room 5 0 5 Full Day');
    expect((await stage.book(id, { [day]: 1 })).body.detail).toContain('“Room”');
    const room = await idOf('pools', 'name', 'Room');
    expect((await send(`${path}/pools/${room}/edit`, { capacity: '2' })).status).toBe(303);
    const said = await stage.text(`${path}/pools`);
    expect(said).toContain('3 places more than it has are taken already: nobody loses theirs');
    expect(said).toContain('Over by 3');
    // Lifted, even by a button that is pressed twice, it holds nobody back.
    const lift = `${path}/pools/${room}/remove`;
    expect(await stage.text(lift)).toContain('Lift the limit “Room”?');
    const lifted = await Promise.all([stage.staff.post(lift), stage.staff.post(lift)]);
    expect(lifted.map(({ status }) => status)).toEqual([303, 303]);
    expect((await stage.book(id, { [day]: 1 })).status).toBe(201);
    expect(await addsUp(id)).toEqual([]);
  });

  it.each([
    ['no name', { name: '' }, 'Enter a name'],
    ['a negative number', { capacity: '-1' }, 'The number of places must be 0 or more.'],
    ['a fraction', { capacity: '1.5' }, 'Enter the number of places as a whole number'],
    ['a huge number', { capacity: '9'.repeat(20) }, 'The number of places must be 100,000 or fewer.'],
    ['no ticket', { ticketTypeIds: [] }, 'Choose the tickets and add-ons that the limit is for.'],
    [
      'another conference’s ticket',
      { ticketTypeIds: ['00000000-0000-7000-8000-000000000001'] },
      'Choose tickets and add-ons of this conference.',
    ],
  ])('with %s are refused', async (_, fields, message) => {
    const { path, id, tickets } = await stage.staged({ tickets: { Day: {} } });
    const plain = { name: 'Room', capacity: '5', ticketTypeIds: [tickets['Day'] ?? ''] };
    const answer = await send(`${path}/pools/new`, { ...plain, ...fields });
    expect(answer.status).toBe(422);
    expect(textOf(answer.html).split(message).length - 1).toBeGreaterThanOrEqual(2);
    expect(await stage.query('SELECT FROM pools WHERE conference_id = $1', [id])).toEqual([]);
  });

  it('do not lose what somebody else changed meanwhile', async () => {
    const { path, pools } = await stage.staged({ tickets: { Day: {} }, pools: { Room: { capacity: 9 } } });
    const edit = `${path}/pools/${pools['Room']}/edit`;
    const mine = formIn((await stage.staff.get(edit)).html);
    await send(edit, { capacity: '8' });
    const answer = await stage.staff.post(edit, { ...mine, capacity: '7' });
    expect([answer.status, textOf(answer.html).includes('Places: 9 → 8')]).toEqual([409, true]);
    expect((await stage.staff.post(edit, { ...mine, capacity: '8' })).status).toBe(303);
  });
});

describe('free places', () => {
  it('are given to a category and to one organisation, taken, lowered and taken away', async () => {
    const { path, id, tickets } = await stage.staged({ tickets: { Day: {} } });
    const booker = await stage.booker({ organisationName: 'Free Town' });
    const add = (fields: object) =>
      send(`${path}/allocations/new`, { ticketTypeId: tickets['Day'] ?? '', places: '1', ...fields });
    expect(await stage.text(`${path}/allocations`)).toContain('No places are free of charge yet');
    expect((await add({ whom: 'category', category: 'full' })).status).toBe(303);
    expect((await add({ whom: 'organisation', organisationId: booker.organisationId })).status).toBe(303);
    expect(textOf((await add({ whom: 'category', category: 'full' })).html)).toContain('already (1)');
    expect(textOf((await add({ whom: 'category' })).html)).toContain('Choose a category');
    expect(textOf((await add({ whom: 'organisation', organisationId: 'nobody' })).html)).toContain(
      'Choose the organisation',
    );
    expect(textOf((await add({ whom: 'category', category: 'supporter', places: '-2' })).html)).toContain(
      'must be 1 or more',
    );
    expect((await stage.book(id, { [tickets['Day'] ?? '']: 2 }, { booker })).status).toBe(201);
    expect(await stage.text(`${path}/allocations`)).toContain('Free Town Day 1 1 place');
    const one = await idOf('free_allocations', 'organisation_id', booker.organisationId);
    expect((await send(`${path}/allocations/${one}/edit`, { places: '3' })).status).toBe(303);
    // What is taken stays, so the row does too.
    const remove = `${path}/allocations/${one}/remove`;
    expect((await stage.staff.post(remove)).status).toBe(303);
    expect((await stage.staff.post(remove)).status).toBe(303);
    expect(await stage.text(`${path}/allocations`)).toContain('Free Town Day None any more 1 place');
    expect(await addsUp(id)).toEqual([]);
  });
});

describe('codes', () => {
  const plain = { priceChange: 'percent', percent: '50' };

  it('are made one by one or many at once, and are the same in small letters', async () => {
    const { path, id, tickets } = await stage.staged({ tickets: { Day: {} } });
    expect(await stage.text(`${path}/codes`)).toContain('There is no code yet');
    const make = (fields: object) => send(`${path}/codes/new`, { ...plain, ...fields });
    expect((await make({ code: ' speaker-2027 ', uses: '1' })).status).toBe(303);
    expect(textOf((await make({ code: 'Speaker-2027' })).html)).toContain(
      'There is a code SPEAKER-2027 already',
    );
    const form = {
      ...formIn((await stage.staff.get(`${path}/codes/new`)).html),
      ...plain,
      naming: 'made',
      number: '120',
      prefix: 'press',
    };
    const made = await Promise.all([1, 2].map(() => stage.staff.post(`${path}/codes/new`, form)));
    expect(made.map(({ status }) => status)).toEqual([303, 303]);
    const codes = await stage.query<{ code: string }>(
      `SELECT code FROM codes WHERE conference_id = $1 AND code LIKE 'PRESS-%'`,
      [id],
    );
    expect(codes).toHaveLength(120);
    expect(codes.every(({ code }) => /^PRESS-[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{6}$/.test(code))).toBe(true);
    expect((await stage.book(id, { [tickets['Day'] ?? '']: 1 }, { code: 'speaker-2027' })).status).toBe(201);
    expect((await stage.book(id, { [tickets['Day'] ?? '']: 1 }, { code: 'SPEAKER-2027' })).body.code).toBe(
      'code-used',
    );
    expect(await stage.text(`${path}/codes?page=2`)).toContain(
      'SPEAKER-2027 50% off For every ticket that is not hidden 1 of 1 In force',
    );
    const speaker = await idOf('codes', 'code', 'SPEAKER-2027');
    const edit = `${path}/codes/${speaker}/edit`;
    expect((await send(edit, { uses: '2', ...boxes('lastDay', '2035-01-31') })).status).toBe(303);
    expect((await stage.book(id, { [tickets['Day'] ?? '']: 1 }, { code: 'speaker-2027' })).status).toBe(201);
    expect(textOf((await send(edit, { uses: '1' })).html)).toContain('It was used 2 times already.');
  });

  it('keep places from when they are made, and give back what is not used when they end', async () => {
    const { path, id, tickets } = await stage.staged({
      tickets: { Day: {} },
      pools: { Room: { capacity: 5 } },
    });
    const day = tickets['Day'] ?? '';
    const make = (fields: object) =>
      send(`${path}/codes/new`, { priceChange: 'none', reserves: 'yes', ticketTypeIds: [day], ...fields });
    expect(textOf((await make({ code: 'KEEP' })).html)).toContain('keeps one for each');
    expect(textOf((await make({ code: 'KEEP', uses: '3', ticketTypeIds: [] })).html)).toContain(
      'Choose which one.',
    );
    const tooMany = await make({ code: 'KEEP', uses: '6' });
    expect(textOf(tooMany.html)).toContain('These places cannot be kept.');
    expect((await make({ code: 'KEEP', uses: '4' })).status).toBe(303);
    expect(await stage.text(`${path}/pools`)).toContain('Room 5 0 4 1');
    expect((await stage.book(id, { [day]: 2 })).body.code).toBe('sold-out');
    expect((await stage.book(id, { [day]: 1 }, { code: 'keep' })).status).toBe(201);
    const keep = await idOf('codes', 'code', 'KEEP');
    expect((await send(`${path}/codes/${keep}/edit`, { uses: '3' })).status).toBe(303);
    expect(await stage.text(`${path}/codes`)).toContain(
      'KEEP Leaves the price as it is Keeps a place for each use For “Day” 1 of 3 2 kept',
    );
    expect(await stage.text(`${path}/codes/${keep}/end`)).toContain(
      '2 places that it keeps can be booked by everybody again.',
    );
    const end = await Promise.all([1, 2].map(() => stage.staff.post(`${path}/codes/${keep}/end`)));
    expect(end.map(({ status }) => status)).toEqual([303, 303]);
    expect(await stage.text(`${path}/pools`)).toContain('Room 5 0 1 4');
    expect((await stage.book(id, { [day]: 4 })).status).toBe(201);
    expect(await addsUp(id)).toEqual([]);
  });

  it.each([
    ['nothing typed', { code: '' }, 'Enter the code that people will type.'],
    ['other characters', { code: '=SUM(A1)' }, 'A code has letters from A to Z'],
    ['too few', { code: 'AB' }, 'A code has from 3 to 40 characters.'],
    ['no effect', { priceChange: 'none' }, 'Say what it does'],
    ['more than all off', { percent: '101' }, 'The percentage must be 100 or fewer.'],
    ['a negative amount', { priceChange: 'amount', amount: '-5' }, 'The amount off must be £0 or more.'],
    ['nothing off', { priceChange: 'amount', amount: '0' }, 'The amount off must be more than £0.'],
    ['a fraction of a use', { uses: '0.5' }, 'as a whole number'],
    ['a day in the past', boxes('lastDay', '2020-01-31'), 'The last day is in the past.'],
    ['far too many', { naming: 'made', number: '501' }, 'The number of codes must be 500 or fewer.'],
    [
      'another conference’s ticket',
      { ticketTypeIds: ['x'] },
      'Choose tickets and add-ons of this conference.',
    ],
  ])('with %s are refused', async (_, fields, message) => {
    const { path, id } = await stage.staged({ tickets: { Day: {} } });
    const answer = await send(`${path}/codes/new`, { ...plain, code: 'FINE', ...fields });
    expect(answer.status).toBe(422);
    expect(textOf(answer.html).split(message).length - 1).toBeGreaterThanOrEqual(2);
    expect(await stage.query('SELECT FROM codes WHERE conference_id = $1', [id])).toEqual([]);
  });
});
