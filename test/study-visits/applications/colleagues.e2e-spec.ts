import type { StagedVisit } from '../stage.js';
import {
  hiddenIn,
  secretIn,
  startApplications,
  type ApplicationsStage,
  type StagedPerson,
} from './applications-stage.js';

const lines = (count: number, tag: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      [`colleagues.${index}.name`, `Colleague ${index}`],
      [`colleagues.${index}.email`, `${tag}.${index}@example.org`],
    ]).flat(),
  );

describe('applications for colleagues', () => {
  let stage: ApplicationsStage;
  let visit: StagedVisit;
  let contact: StagedPerson;

  beforeAll(async () => {
    stage = await startApplications();
    visit = await stage.visit();
    contact = await stage.person({ name: 'Kim Contact', isContact: true });
  });
  afterAll(() => stage.stop());

  const signUp = (fields: Readonly<Record<string, string>>, by = contact, at = visit) =>
    stage.post(
      `/visits/${at.slug}/apply-for-colleagues`,
      { organisation: by.organisationId, ...fields },
      by.pages,
    );

  const amount = async (at: StagedVisit) => {
    const rows = await stage.query('SELECT FROM applications WHERE visit_id = $1', [at.id]);
    return rows.length;
  };

  /** The id of somebody’s application. */
  const idOf = async (email: string) => {
    const [row] = await stage.query<{ id: string }>('SELECT id FROM applications WHERE email = $1', [email]);
    return row?.id ?? '';
  };

  it('are one each, with a mail and a link of their own, and are seen by the contact until they submit', async () => {
    const signed = await signUp({ ...lines(2, 'pair'), once: 'x'.repeat(20) });
    expect([signed.status, signed.location]).toEqual([303, `/visits/organisation/${contact.organisationId}`]);
    // A second press signs nobody up again.
    expect((await signUp({ ...lines(2, 'pair'), once: 'x'.repeat(20) })).status).toBe(303);
    const [mail, ...more] = await stage.mailsTo('pair.0@example.org');
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Kim Contact of Council');
    const list = await stage.get(`/visits/organisation/${contact.organisationId}`, contact.pages);
    expect(list.words).toContain('Colleague 0 Mondragon Draft');

    const own = `/visits/mine/applications/${await idOf('pair.0@example.org')}`;
    const why = await stage.get(`${own}/why`, contact.pages);
    const saved = await stage.post(
      `${own}/why`,
      { answer: 'Because we need her.', mark: hiddenIn(why.body, 'mark') },
      contact.pages,
    );
    expect(saved.status).toBe(303);
    const link = `/visits/applications/${secretIn(mail?.text ?? '')}`;
    expect((await stage.get(`${link}/why`)).body).toContain('Because we need her.');
    // What somebody needs, and the submission, are theirs alone.
    for (const part of ['access', 'check']) {
      const answer = await stage.get(`${own}/${part}`, contact.pages);
      expect([part, [303, 403].includes(answer.status)]).toEqual([part, true]);
    }
    expect((await stage.post(`${own}/check`, { version: '2' }, contact.pages)).status).toBe(403);
    expect((await stage.post(`${own}/access`, { needs: 'x', agrees: 'yes' }, contact.pages)).status).toBe(
      403,
    );

    await stage.fillIn(secretIn(mail?.text ?? ''), { name: 'Colleague 0' });
    const version = hiddenIn((await stage.get(`${link}/check`)).body, 'version');
    expect((await stage.post(`${link}/check`, { version })).status).toBe(303);
    const after = await stage.get(own, contact.pages);
    expect([after.status, after.words.includes('it is theirs alone now')]).toEqual([403, true]);
    expect((await stage.post(`${own}/why`, { answer: 'x' }, contact.pages)).status).toBe(403);
    expect((await stage.post(`${own}/withdraw`, {}, contact.pages)).status).toBe(403);
    const listed = await stage.get(`/visits/organisation/${contact.organisationId}`, contact.pages);
    expect(listed.words).toContain('Colleague 0 Mondragon Submitted');
  });

  it('stay with the organisation that signed them up, whatever the applicant sends', async () => {
    expect((await signUp(lines(1, 'stays'))).status).toBe(303);
    const [mail] = await stage.mailsTo('stays.0@example.org');
    await stage.fillIn(secretIn(mail?.text ?? ''), { organisationName: 'Another Council' });
    const [row] = await stage.query<{ organisation_name: string }>(
      `SELECT organisation_name FROM applications WHERE email = 'stays.0@example.org'`,
    );
    expect(row?.organisation_name).toBe(contact.organisationName);
  });

  it('go to another address when the contact puts it right: the old link leads nowhere then', async () => {
    expect((await signUp(lines(1, 'wrong'))).status).toBe(303);
    const own = `/visits/mine/applications/${await idOf('wrong.0@example.org')}`;
    const about = await stage.get(`${own}/about`, contact.pages);
    const fields = { name: 'Colleague 0', email: 'right@example.org', mark: hiddenIn(about.body, 'mark') };
    expect((await stage.post(`${own}/about`, fields, contact.pages)).status).toBe(303);
    const [old] = await stage.mailsTo('wrong.0@example.org');
    const [now] = await stage.mailsTo('right@example.org');
    expect((await stage.get(`/visits/applications/${secretIn(old?.text ?? '')}`)).status).toBe(404);
    expect((await stage.get(`/visits/applications/${secretIn(now?.text ?? '')}`)).status).toBe(200);
  });

  it('are refused as a whole where one line is wrong, and keep what was typed', async () => {
    const before = await amount(visit);
    const fields = {
      ...lines(3, 'mixed'),
      'colleagues.1.email': 'pair.1@example.org',
      'colleagues.2.email': 'no',
    };
    const refused = await signUp(fields);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('value="Colleague 2"');
    const again = await signUp({ ...fields, 'colleagues.2.email': 'mixed.2@example.org' });
    expect([again.status, again.words.includes('There is an application with this address already')]).toEqual(
      [422, true],
    );
    expect(await amount(visit)).toBe(before);
    expect(await stage.mailsTo('mixed.0@example.org')).toEqual([]);
  });

  it('are 20 at once and 40 for a visit at most: 200 are refused, and nothing is half written', async () => {
    const own = await stage.visit();
    const all = await signUp(lines(200, 'many'), contact, own);
    expect(all.status).toBe(422);
    expect(all.words).toContain(
      'These are 200 colleagues. Sign up 20 or fewer at once, and 40 or fewer for one visit',
    );
    expect(await amount(own)).toBe(0);
    const api = await stage.api<{ code: string; errors: readonly { code: string }[] }>(
      'POST',
      `/visits/${own.id}/colleagues`,
      contact.api,
      {
        organisationId: contact.organisationId,
        colleagues: Array.from({ length: 200 }, (_, index) => ({
          name: `Colleague ${index}`,
          email: `many.${index}@example.org`,
        })),
      },
    );
    expect([api.status, api.body.errors[0]?.code]).toEqual([422, 'too-many']);
    // Ten requests of twenty, all at once: two of them are dealt with.
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, part) => signUp(lines(20, `part-${part}`), contact, own)),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      303,
      303,
      ...Array<number>(8).fill(409),
    ]);
    expect(await amount(own)).toBe(40);
    const more = await signUp(lines(1, 'more'), contact, own);
    expect(more.words).toContain(
      '40 applications for this visit, and 40 is the most, so that no more can be signed up',
    );
    // Whoever applies by themselves is not kept from it.
    const { path } = await stage.submitted(own, { about: { organisationName: contact.organisationName } });
    expect((await stage.get(path)).words).toContain('Submitted');
  });

  it('are for booking-contacts of the organisation, and nobody else', async () => {
    const colleague = await stage.person({ organisationId: contact.organisationId });
    const stranger = await stage.person({ isContact: true });
    expect((await signUp(lines(1, 'no'), colleague)).status).toBe(403);
    const fields = { ...lines(1, 'no'), organisation: contact.organisationId };
    expect((await signUp(fields, stranger)).status).toBe(403);
    expect((await stage.post(`/visits/${visit.slug}/apply-for-colleagues`, fields)).status).toBe(403);
    expect(await stage.mailsTo('no.0@example.org')).toEqual([]);
  });
});
