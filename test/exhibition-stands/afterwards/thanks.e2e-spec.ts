import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withoutExhibitionLock } from '../exhibition-lock-off.js';
import { staffPerson, startStands, type Answer, type StandsStage } from '../stage.js';
import { stageStood, thanksTo, usual, type StoodSetUp, type StoodStand } from './afterwards-stage.js';

interface Sent {
  readonly sent: number;
  readonly code?: string;
}

interface Thanks {
  readonly version: number;
  readonly people: string;
  readonly preview: { readonly person: { readonly text: string } | null };
  readonly whom: {
    readonly people: readonly {
      readonly name: string;
      readonly why: string | null;
      readonly minutes: number;
    }[];
    readonly organisations: readonly { readonly name: string; readonly why: string | null }[];
  };
}

/** A mail's text as it was before it was broken into lines. */
const inLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('thanks for standing', () => {
  let stage: StandsStage;
  let api: Record<string, string>;
  let pages: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
    pages = { ...(await stage.headers(staffPerson)), 'sec-fetch-site': 'same-origin' };
  });
  afterAll(() => stage?.stop());

  const path = ({ exhibition }: StoodStand) => `/exhibitions/${exhibition.id}/afterwards/thanks`;
  const read = async (stand: StoodStand) => (await stage.api<Thanks>('GET', path(stand), api)).body;
  const send = (
    stand: StoodStand,
    whom = 'people',
    more: Record<string, string> = {},
  ): Promise<Answer<Sent>> => stage.api('POST', `${path(stand)}/sendings`, { ...api, ...more }, { whom });
  const mails = ({ members }: StoodStand) =>
    thanksTo(
      stage,
      Object.values(members).map(({ email }) => email),
    );

  it('go once to each who stood, with their hours and a link of their own; who does not get them and why is said', async () => {
    const stand = await stageStood(stage);
    const before = await read(stand);
    expect(before.whom.people.map(({ name, why, minutes }) => [name, why, minutes])).toEqual([
      ['Ada Example', null, 240],
      ['Bo Sample', null, 240],
      ['Cy Muster', 'no-address', 120],
      ['Dee Mockup', 'did-not-stand', 0],
      ['Ed Specimen', 'did-not-stand', 0],
    ]);
    expect((await send(stand)).body).toEqual({ whom: 'people', sent: 2 });
    expect((await send(stand)).body.sent).toBe(0);
    const [ada, bo, ...more] = await mails(stand);
    expect(more).toEqual([]);
    expect(ada).toMatchObject({ kind: 'stand-news', to: { address: stand.members['Ada Example']?.email } });
    expect(inLine(ada?.text ?? '')).toContain('You stood 4 hours in 2 shifts');
    const links = [ada, bo].map((mail) => /\/stands\/feedback\/([\w-]{43})/.exec(mail?.text ?? '')?.[1]);
    expect(new Set(links).size).toBe(2);
    for (const link of links) {
      expect((await fetch(`${stage.url}/stands/feedback/${link}`)).status).toBe(200);
    }
    const after = await read(stand);
    expect(after.whom.people.map(({ why }) => why)).toEqual([
      'thanked',
      'thanked',
      'no-address',
      'did-not-stand',
      'did-not-stand',
    ]);
    const shown = /\/stands\/feedback\/([\w-]{43})/.exec(after.preview.person?.text ?? '')?.[1];
    expect((await fetch(`${stage.url}/stands/feedback/${shown}`)).status).toBe(404);
  });

  it('go to whoever stood after all when they are sent again, and to nobody else', async () => {
    const stand = await stageStood(stage);
    await send(stand);
    const dee = stand.members['Dee Mockup'];
    const [late] = await stage.query<{ id: string }>(
      'SELECT id FROM current_assignments WHERE team_member_id = $1',
      [dee?.id],
    );
    const right = await fetch(`${stage.url}${stand.exhibition.manage}/afterwards/hours/${dee?.id}`, {
      method: 'POST',
      headers: pages,
      body: new URLSearchParams({ assignment: late?.id ?? '', act: 'check-in' }),
      redirect: 'manual',
    });
    expect(right.status).toBe(303);
    expect((await send(stand)).body.sent).toBe(1);
    expect(await mails(stand)).toHaveLength(3);
    const [mail] = await thanksTo(stage, [dee?.email ?? null]);
    expect(inLine(mail?.text ?? '')).toContain('You stood 2 hours in 1 shift');
  });

  it('tell the one who looks after an organisation’s bookings of its hours, and names nobody', async () => {
    const stand = await stageStood(stage);
    expect((await read(stand)).whom.organisations.map(({ name, why }) => [name, why])).toEqual([
      ['Somebody’s own', 'not-known'],
      [stand.council.name, null],
    ]);
    expect((await send(stand, 'organisations')).body.sent).toBe(1);
    expect((await send(stand, 'organisations')).body.sent).toBe(0);
    const [mail, ...more] = await thanksTo(stage, [stand.council.contact]);
    expect(more).toEqual([]);
    const text = inLine(mail?.text ?? '');
    expect(text).toContain(`1 person of ${stand.council.name} stood 4 hours`);
    for (const { name } of Object.values(stand.members)) expect(text).not.toContain(name);
    expect(await mails(stand)).toEqual([]);
  });

  it('say what staff wrote; two who write at once are told', async () => {
    const stand = await stageStood(stage);
    const { version } = await read(stand);
    const words = { people: 'thank you for the tea.\n\nUntil next year.', organisations: 'thank you.' };
    const put = (seen: number, body: object) =>
      stage.api<Thanks>('PUT', path(stand), { ...api, 'if-match': `"${seen}"` }, body);
    expect((await put(version, words)).body.people).toBe(words.people);
    expect((await put(version, { ...words, people: 'thanks.' })).status).toBe(412);
    expect((await put(version + 1, { ...words, people: ' ' })).status).toBe(422);
    await send(stand);
    const [mail] = await mails(stand);
    expect(mail?.text).toContain('thank you for the tea.');
    expect(mail?.text).toContain('Until next year.');
  });

  it('wait until the exhibition is over', async () => {
    const stand = await stageStood(stage, usual, 'published');
    const answer = await send(stand);
    expect([answer.status, answer.body.code]).toEqual([409, 'not-over']);
    expect(await mails(stand)).toEqual([]);
  });

  it('are written wholly or not at all when something breaks, and can be sent then', async () => {
    const stand = await stageStood(stage);
    await stage.query(`CREATE FUNCTION refuse_thanks() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.payload ->> 'kind' = 'stand-news' THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER refuse_thanks BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION refuse_thanks()`);
    try {
      expect((await send(stand, 'people', { 'idempotency-key': 'once' })).status).toBe(500);
    } finally {
      await stage.query('DROP FUNCTION refuse_thanks() CASCADE');
    }
    const rows = () => stage.query('SELECT FROM thanks WHERE exhibition_id = $1', [stand.exhibition.id]);
    expect(await rows()).toHaveLength(0);
    expect((await send(stand, 'people', { 'idempotency-key': 'once' })).body.sent).toBe(2);
    expect((await send(stand, 'people', { 'idempotency-key': 'once' })).body.sent).toBe(2);
    expect(await rows()).toHaveLength(2);
    expect(await mails(stand)).toHaveLength(2);
  });

  /** Many who stood, and several who press at once. */
  const crowd: readonly StoodSetUp[] = Array.from({ length: 12 }, (_, index) => ({
    name: `Helper ${index}`,
    shifts: [[0, 'checked-in']],
  }));
  const atOnce = (stand: StoodStand) => Promise.all(Array.from({ length: 8 }, () => send(stand)));

  it('go to each once, however many press at once', async () => {
    const stand = await stageStood(stage, crowd);
    const answers = await atOnce(stand);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.map(({ body }) => body.sent).toSorted((one, other) => other - one)).toEqual([
      12, 0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(await mails(stand)).toHaveLength(12);
  });

  it('would go twice, were the exhibition not locked and a row for each not the only one', async () => {
    const stand = await stageStood(stage, crowd);
    await stage.query('DROP INDEX thanks_member_key');
    try {
      await withoutExhibitionLock(stage, 'thanks', () => atOnce(stand));
      expect((await mails(stand)).length).toBeGreaterThan(12);
    } finally {
      await stage.query('DELETE FROM thanks WHERE exhibition_id = $1', [stand.exhibition.id]);
      await stage.query('CREATE UNIQUE INDEX thanks_member_key ON thanks (exhibition_id, team_member_id)');
    }
  });

  it('go once even were the exhibition not locked, as there is one row for each', async () => {
    const stand = await stageStood(stage, crowd);
    await withoutExhibitionLock(stage, 'thanks', () => atOnce(stand));
    expect(await mails(stand)).toHaveLength(12);
  });

  it('are asked for on the list of exhibitions until they are sent', async () => {
    const stand = await stageStood(stage);
    const list = async () => (await fetch(`${stage.url}/stands/manage`, { headers: pages })).text();
    const link = `/stands/manage/${stand.exhibition.id}/afterwards/thanks`;
    const said = async () => new RegExp(`href="${link}"[^>]*>([^<]*)<`).exec(await list())?.[1];
    expect(await said()).toBe(
      'Labour Party Conference is over: 2 people to thank and 1 organisation to thank',
    );
    await send(stand);
    expect(await said()).toBe('Labour Party Conference is over: 1 organisation to thank');
    await send(stand, 'organisations');
    expect(await said()).toBeUndefined();
  });
});
