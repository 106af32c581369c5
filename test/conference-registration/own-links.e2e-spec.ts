import { beginBooking, pagesOf, stageQuestion } from './booking-stage.js';
import { bookConfirmed } from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

let stage: ConferenceStage;
let booker: Booker;
let conference: StagedConference;

beforeAll(async () => {
  stage = await startConferences();
  booker = await stage.booker();
  conference = await stage.conference({ tickets: { Both: {} } });
});
afterAll(() => stage.stop());

/** The newest link to a delegate's own page that was mailed to an address. */
async function linkOf(address: string): Promise<string> {
  const [mail] = await stage.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM outbox
     WHERE payload -> 'to' ->> 'address' = $1 AND payload ->> 'text' LIKE '%/conference/delegates/%'
     ORDER BY position DESC LIMIT 1`,
    [address],
  );
  return /\/conference\/delegates\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? 'none';
}

const opens = async (link: string) => (await pagesOf(stage, {}).get(link)).status;

/** What a booker's program writes down of the first delegate. @returns the answer's status */
async function write(reference: string, delegate: object, part = ''): Promise<number> {
  const [row] = await stage.query<{ version: number }>(
    `SELECT d.version FROM delegates d JOIN bookings b ON b.id = d.booking_id WHERE b.reference = $1`,
    [reference],
  );
  const headers = { ...booker.api, 'if-match': `"${row?.version}"` };
  return (await stage.api('PUT', `/bookings/${reference}/delegates/1${part}`, headers, delegate)).status;
}

describe('the link that was mailed to a delegate', () => {
  it('is no longer theirs once somebody else is put down instead of them', async () => {
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const invite = `/bookings/${reference}/delegates/1/invite`;
    await stage.api('POST', invite, booker.api, { email: 'ann@example.org' });
    const link = await linkOf('ann@example.org');
    expect(await write(reference, { name: 'Ann', email: 'Ann@example.org' })).toBe(200);
    expect(await opens(link)).toBe(200);
    expect(await write(reference, { name: 'Bo', email: 'bo@example.org' })).toBe(200);
    expect(await opens(link)).toBe(404);
  });

  it('leaves nothing to somebody else of what they said in confidence', async () => {
    const asking = await stage.conference({ tickets: { Both: {} } });
    const diet = await stageQuestion(stage, asking, 1, { label: 'What do you eat?', sensitive: 'dietary' });
    const reference = await beginBooking(stage, booker, asking, { Both: 1 });
    const invite = `/bookings/${reference}/delegates/1/invite`;
    await stage.api('POST', invite, booker.api, { email: 'eve@example.org' });
    const eve = { name: 'Eve', email: 'eve@example.org', [`answers.${diet}`]: 'Kosher' };
    await pagesOf(stage, {}).post(await linkOf('eve@example.org'), eve);
    const answers = () =>
      stage.query(
        'SELECT a.value FROM answers a JOIN bookings b ON b.id = a.booking_id WHERE b.reference = $1',
        [reference],
      );
    await expect(answers()).resolves.toEqual([{ value: 'Kosher' }]);
    expect(await write(reference, { name: 'Eve', email: 'eve.other@example.org' })).toBe(200);
    await expect(answers()).resolves.toEqual([{ value: 'Kosher' }]);
    expect(await write(reference, { name: 'Flo', email: 'flo@example.org' })).toBe(200);
    await expect(answers()).resolves.toEqual([]);
  });

  it('stays theirs when their address alone is taken out, and not when the name is another’s', async () => {
    const reference = await bookConfirmed(stage, booker, conference, ['Cy']);
    const link = await linkOf('cy@example.org');
    expect(await write(reference, { name: 'Cy' }, '/details')).toBe(200);
    expect(await opens(link)).toBe(200);
    expect(await write(reference, { name: 'Cy', email: 'cy@example.org' }, '/details')).toBe(200);
    expect(await write(reference, { name: 'Dee' }, '/details')).toBe(200);
    expect(await opens(link)).toBe(404);
  });
});
