import { randomUUID } from 'node:crypto';
import {
  organisation,
  person,
  startTelling,
  type Telling,
} from '../../events-calendar/read-model/telling.js';
import { heldOn, tracesOf } from '../../members/traces.js';
import { runDue } from '../../run-due.js';
import { secretIn, startApplications, type ApplicationsStage } from './applications-stage.js';

const schema = 'study_visits';

describe('what applications hold of people', () => {
  let stage: ApplicationsStage;
  let telling: Telling;

  beforeAll(async () => {
    stage = await startApplications({ apps: ['study-visits', 'members'] });
    telling = await startTelling(stage.system, 'study-visits');
  });
  afterAll(async () => {
    await telling?.stop();
    await stage?.stop();
  });

  const held = (id: string) =>
    heldOn(stage.url, id, { authorization: `Bearer ${stage.system.secrets.internal}` });

  const forget = () => runDue(stage.system, 'study-visits', 'forget-applications');

  /** Each of what an application is to a person: it is theirs, they signed somebody up, they support somebody. */
  const traced = async (name: string, email: string) => {
    const visit = await stage.visit();
    const council = organisation();
    await telling.tell('members.organisation-changed.v1', 1, council);
    const affiliations = [{ organisationId: council.id, role: 'officer', isBookingContact: true } as const];
    const who = person({ name, email, affiliations });
    await telling.tell('members.person-changed.v1', 1, who);
    const api = await stage.headers({ id: who.id, name, roles: ['person'], via: 'api' });
    const { id, path } = await stage.submitted(visit, { name, email: email.toUpperCase() });
    await stage.post(`${path}/access`, { needs: `${name} needs a ramp`, agrees: 'yes' });
    await stage.post(`${path}/reference`, {
      name: 'Bo Manager',
      email: 'bo@example.org',
      relation: `${name}’s boss`,
    });
    const draft = await stage.visit();
    await stage.begin(draft, { name, email });
    await stage.api('POST', `/visits/${draft.id}/colleagues`, api, {
      organisationId: council.id,
      colleagues: [{ name: 'Colleague', email: `${randomUUID()}@example.org` }],
    });
    const other = await stage.submitted(visit, { name: 'Other Applicant' });
    await stage.query(
      `UPDATE applications SET answers = jsonb_set(answers, '{supporter}', $2) WHERE id = $1`,
      [other.id, JSON.stringify(`${name} agrees`)],
    );
    await stage.post(`${other.path}/reference`, { name, email, relation: 'My manager' });
    const asked = (await stage.mailsTo(email)).at(-1);
    await stage.post(`/visits/references/${secretIn(asked?.text ?? '')}`, {
      text: 'They are good.',
      version: '1',
    });
    return { who, visit, id, path };
  };

  it('is shown to them, and goes with them; a line without a name stays, so that a draw can be repeated', async () => {
    const { who, id, path } = await traced('Ann Traced', 'ann.traced@example.org');
    await expect(held(who.id)).resolves.toMatchObject({
      visitApplications: 2,
      visitSignUps: 1,
      visitReferences: 1,
    });
    const bystander = await traced('Cy Bystander', 'cy.bystander@example.org');
    await stage.query('DELETE FROM idempotency_keys');
    const before = await tracesOf(telling.query, schema, [bystander.who.id, 'Cy Bystander']);
    const [code] = await stage.query<{ code: string }>('SELECT code FROM applications WHERE id = $1', [id]);
    await telling.tell('members.person-erased.v1', 2, { id: who.id, erasureId: randomUUID() });
    const left = await tracesOf(telling.query, schema, [who.id, 'Ann Traced', 'ann.traced@example.org']);
    // What was asked of the mailer and of members is pruned by itself.
    expect(left.filter((row) => !/^(?:outbox|inbox): /.test(row))).toEqual([]);
    expect((await stage.get(path)).status).toBe(404);
    const [row] = await stage.query<object>(
      'SELECT name, email, code, status, answers FROM applications WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ ...code, name: 'An erased person', email: null, status: 'submitted', answers: {} });
    expect(await stage.query('SELECT FROM sensitive_details WHERE subject_id = $1', [id])).toEqual([]);
    // Who supported them wrote of them alone.
    expect(await stage.query('SELECT FROM application_references WHERE application_id = $1', [id])).toEqual(
      [],
    );
    expect(await tracesOf(telling.query, schema, [bystander.who.id, 'Cy Bystander'])).toEqual(before);
  });

  it('follows a record that is merged into another', async () => {
    const { who } = await traced('Wren Twice', 'old.wren@example.org');
    const survivor = person({ email: 'wren@example.org' });
    await telling.tell('members.person-changed.v1', 1, survivor);
    await telling.tell('members.person-changed.v1', 2, { ...who, mergedInto: survivor.id });
    await expect(held(survivor.id)).resolves.toMatchObject({ visitApplications: 2, visitSignUps: 1 });
    const pages = await stage.headers({ id: survivor.id, roles: ['person'] });
    expect((await stage.get('/visits/mine', pages)).words).toContain('Mondragon');
  });

  it('goes by itself: drafts a month after the deadline, the rest a year after the visit', async () => {
    const ago = (interval: string) => `now() - interval '${interval}'`;
    const applied = async (closed: string, lastDay: string) => {
      const visit = await stage.visit();
      const submitted = await stage.submitted(visit, { name: 'Sub Mitted' });
      await stage.post(`${submitted.path}/reference`, {
        name: 'Bo',
        email: 'bo.m@example.org',
        relation: 'Boss',
      });
      const draft = await stage.begin(visit, { name: 'Dra Ft' });
      await stage.query(
        `UPDATE visits SET applications_open_at = ${ago('3 years')}, applications_close_at = ${closed},
           first_day = (${lastDay})::date - 5, last_day = (${lastDay})::date, status = 'over' WHERE id = $1`,
        [visit.id],
      );
      return { visit, submitted, draft };
    };
    const fresh = await applied(ago('29 days'), ago('-2 months'));
    const closed = await applied(ago('31 days'), ago('-1 month'));
    const old = await applied(ago('2 years'), ago('12 months 2 days'));
    const recent = await applied(ago('2 years'), ago('11 months'));
    const withdrawn = await stage.submitted(await stage.visit(), { name: 'With Drawn' });
    await stage.post(`${withdrawn.path}/withdraw`, {});
    await stage.query(`UPDATE applications SET withdrawn_at = ${ago('31 days')} WHERE id = $1`, [
      withdrawn.id,
    ]);
    await forget();
    const names = async ({ visit }: { readonly visit: { readonly id: string } }) => {
      const rows = await stage.query<{ name: string }>(
        'SELECT name FROM applications WHERE visit_id = $1 ORDER BY name',
        [visit.id],
      );
      return rows.map(({ name }) => name);
    };
    expect(await names(fresh)).toEqual(['Dra Ft', 'Sub Mitted']);
    expect(await names(closed)).toEqual(['Sub Mitted']);
    expect(await names(recent)).toEqual(['Sub Mitted']);
    expect(await names(old)).toEqual(['No longer kept']);
    const [row] = await stage.query<object>('SELECT code, email, answers FROM applications WHERE id = $1', [
      old.submitted.id,
    ]);
    expect(row).toEqual({ code: old.submitted.code, email: null, answers: {} });
    const references = await stage.query('SELECT FROM application_references WHERE application_id = $1', [
      old.submitted.id,
    ]);
    expect(references).toEqual([]);
    expect(await stage.query('SELECT name, status FROM applications WHERE id = $1', [withdrawn.id])).toEqual([
      { name: 'No longer kept', status: 'withdrawn' },
    ]);
    // Done once, it is not done again.
    const version = () => stage.query('SELECT version FROM applications WHERE id = $1', [old.submitted.id]);
    const before = await version();
    await forget();
    expect(await version()).toEqual(before);
  });
});
