import { randomUUID } from 'node:crypto';
import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { textOf } from '../members/browsing.js';
import { startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;
let send: SetUpStage['send'];
beforeAll(async () => {
  stage = await startSetUp();
  send = stage.send;
});
afterAll(() => stage.stop());

const staged = () => stage.staged({ tickets: { Day: {}, Online: {} } });

async function add(path: string, fields: object): Promise<void> {
  const answer = await send(`${path}/questions/new`, { ...fields });
  if (answer.status !== 303) throw new Error(textOf(answer.html));
}

async function question(conferenceId: string, label: string): Promise<{ id: string; position: number }> {
  const [row] = await stage.query<{ id: string; position: number }>(
    'SELECT id, position FROM questions WHERE conference_id = $1 AND label = $2',
    [conferenceId, label],
  );
  if (!row) throw new Error(`nobody is asked ${label}`);
  return row;
}

/** Somebody answers. */
async function answer(
  conferenceId: string,
  ticketId: string,
  questionId: string,
  value: unknown,
): Promise<void> {
  await stage.book(conferenceId, { [ticketId]: 1 });
  await stage.query(
    `INSERT INTO answers (question_id, subject_id, booking_id, value)
     SELECT $1, $2, id, $3 FROM bookings WHERE conference_id = $4 LIMIT 1`,
    [questionId, randomUUID(), JSON.stringify(value), conferenceId],
  );
}

const diet = {
  label: 'What do you eat?',
  kind: 'choice',
  choices: 'Everything\nVegetarian\n\nVegan',
  sensitive: 'dietary',
};

describe('questions', () => {
  it('are asked of delegates and bookings, for some tickets, after certain answers', async () => {
    const { path, id, tickets } = await staged();
    expect(await stage.text(`${path}/questions`)).toContain('Nothing is asked yet');
    await add(path, {
      label: 'Will you dine?',
      kind: 'yes-no',
      required: 'yes',
      ticketTypeIds: [tickets['Day'] ?? ''],
    });
    const dine = await question(id, 'Will you dine?');
    await add(path, { ...diet, onlyIf: [`${dine.id} yes`] });
    await add(path, { label: 'Who pays?', askedOf: 'booking', kind: 'long-text' });
    const said = await stage.text(`${path}/questions`);
    for (const words of [
      'Will you dine? Has to be answered Each delegate · Yes or no · with Day · 0 answers',
      'In confidence: diet',
      'One of several choices: Everything, Vegetarian, Vegan · only if “Will you dine?” is answered with Yes',
      'The booking as a whole · Several lines of text',
    ]) {
      expect(said).toContain(words);
    }
    const [row] = await stage.query<{ only_if: unknown; choices: unknown }>(
      'SELECT only_if, choices FROM questions WHERE label = $1',
      [diet.label],
    );
    expect(row).toEqual({
      only_if: { questionId: dine.id, oneOf: ['yes'] },
      choices: ['Everything', 'Vegetarian', 'Vegan'],
    });
  });

  it('are made once, however often the button is pressed', async () => {
    const { path, id } = await staged();
    const form = { ...formIn((await stage.staff.get(`${path}/questions/new`)).html), label: 'Once?' };
    const answers = await Promise.all([1, 2].map(() => stage.staff.post(`${path}/questions/new`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await stage.query('SELECT FROM questions WHERE conference_id = $1', [id])).toHaveLength(1);
  });

  it.each([
    ['nothing asked', { label: ' ' }, 'Enter the question.'],
    ['a question too long', { label: 'x'.repeat(301) }, 'Shorten it to 300 or fewer.'],
    ['one choice', { kind: 'several', choices: 'Only this' }, 'Enter at least two choices'],
    ['a choice twice', { kind: 'choice', choices: 'A\nB\nA' }, '“A” is there twice.'],
    [
      'too many choices',
      { kind: 'choice', choices: Array.from({ length: 51 }, (_, index) => `C${index}`).join('\n') },
      'Offer 50 or fewer.',
    ],
    [
      'another conference’s ticket',
      { ticketTypeIds: ['x'] },
      'Choose tickets and add-ons of this conference.',
    ],
  ])('with %s are refused', async (_, fields, message) => {
    const { path, id } = await staged();
    const refused = await send(`${path}/questions/new`, { label: 'Fine?', ...fields });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html).split(message).length - 1).toBeGreaterThanOrEqual(2);
    expect(await stage.query('SELECT FROM questions WHERE conference_id = $1', [id])).toEqual([]);
  });

  it('may hang only on earlier ones that are asked of the same', async () => {
    const { path, id } = await staged();
    await add(path, { label: 'Booking?', askedOf: 'booking', kind: 'yes-no' });
    await add(path, { label: 'First?', kind: 'yes-no' });
    await add(path, { label: 'Second?', kind: 'yes-no' });
    const ids = await Promise.all(
      ['Booking?', 'First?', 'Second?'].map(async (label) => (await question(id, label)).id),
    );
    const [booking = '', first = '', second = ''] = ids;
    const edit = `${path}/questions/${second}/edit`;
    for (const onlyIf of [
      [`${booking} yes`],
      [`${second} yes`],
      [`${first} perhaps`],
      [`${first} yes`, `${booking} yes`],
      ['nonsense'],
    ]) {
      expect((await send(edit, { onlyIf })).status).toBe(422);
    }
    expect((await send(edit, { onlyIf: [`${first} no`] })).status).toBe(303);
    // What another one hangs on can neither stop being asked nor come after it.
    expect((await send(`${path}/questions/${first}/edit`, { kind: 'text' })).status).toBe(422);
    expect((await send(`${path}/questions/${first}/retire`, { do: 'retire' })).status).toBe(409);
    expect((await send(`${path}/questions/${first}/retire`, { do: 'delete' })).status).toBe(409);
    const order = await stage.staff.post(`${path}/questions/order`, { move: `down ${first} 1` });
    expect([order.status, textOf(order.html).includes('so it has to come after it')]).toEqual([422, true]);
    expect((await stage.staff.post(`${path}/questions/order`, { move: `up ${first} 1` })).status).toBe(303);
    expect((await question(id, 'First?')).position).toBe(1);
  });

  it('that were answered keep their kind and the chosen choices, and are retired, not deleted', async () => {
    const { path, id, tickets } = await staged();
    await add(path, diet);
    const { id: asked } = await question(id, diet.label);
    await answer(id, tickets['Day'] ?? '', asked, 'Vegan');
    const edit = `${path}/questions/${asked}/edit`;
    const refusals: readonly (readonly [object, string])[] = [
      [{ kind: 'text' }, 'stays answered in the same way'],
      [{ askedOf: 'booking' }, 'stays asked of the same'],
      [{ sensitive: '' }, 'answered in confidence'],
      [{ choices: 'Everything\nVegetarian' }, 'Somebody chose “Vegan”, so it stays.'],
    ];
    for (const [fields, message] of refusals) {
      const refused = await send(edit, { ...fields });
      expect([refused.status, textOf(refused.html).includes(message)]).toEqual([422, true]);
    }
    expect(
      (await send(edit, { label: 'What would you eat?', choices: 'Vegan\nHalal', sensitive: 'health' }))
        .status,
    ).toBe(303);
    expect(await stage.query('SELECT sensitive FROM answers WHERE question_id = $1', [asked])).toEqual([
      { sensitive: 'health' },
    ]);
    const retire = `${path}/questions/${asked}/retire`;
    expect(await stage.text(retire)).toContain('It cannot be deleted, as it has been answered.');
    expect((await send(retire, { do: 'delete' })).status).toBe(409);
    expect((await send(retire, { do: '' })).status).toBe(422);
    expect((await send(retire, { do: 'retire' })).status).toBe(303);
    expect((await stage.staff.post(retire, { do: 'retire' })).status).toBe(303);
    expect(await stage.text(`${path}/questions`)).toContain('Not asked any more');
    expect((await send(retire, { do: 'restore' })).status).toBe(303);
    await add(path, { label: 'Unanswered?' });
    const unanswered = `${path}/questions/${(await question(id, 'Unanswered?')).id}/retire`;
    expect((await send(unanswered, { do: 'delete' })).status).toBe(303);
    expect((await stage.staff.post(unanswered, { do: 'delete' })).status).toBe(303);
  });

  it('do not lose what somebody else changed meanwhile', async () => {
    const { path, id } = await staged();
    await add(path, { label: 'Shared?' });
    const edit = `${path}/questions/${(await question(id, 'Shared?')).id}/edit`;
    const mine = formIn((await stage.staff.get(edit)).html);
    await send(edit, { hint: 'By Sam' });
    const conflict = await stage.staff.post(edit, { ...mine, hint: 'Mine' });
    expect([conflict.status, textOf(conflict.html).includes('Hint: nothing → By Sam')]).toEqual([409, true]);
    expect((await stage.staff.post(edit, { ...mine, hint: 'By Sam' })).status).toBe(303);
  });
});
