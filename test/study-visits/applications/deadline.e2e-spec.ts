import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { demonstrationFrame } from '#messaging';
import { FindOrganisation, FindPerson } from '#people';
import { CLOCK, createLog, DemoClock, nestLogger, type Clock, type Problem } from '#platform';
import { ApplicationLinks } from '../../../apps/study-visits/src/applications/application-links.js';
import { OpenApplication } from '../../../apps/study-visits/src/applications/open-application.js';
import { OrganisationChoices } from '../../../apps/study-visits/src/applications/organisation-choices.js';
import { SubmitApplication } from '../../../apps/study-visits/src/applications/submit-application.js';
import { WriteToApplicant } from '../../../apps/study-visits/src/applications/write-to-applicant.js';
import { createDataSource } from '../../../apps/study-visits/src/data-source.js';
import { linkProviders } from '../../../apps/study-visits/src/links/links.js';
import { FindVisit } from '../../../apps/study-visits/src/visits/find-visit.js';
import { LockVisit } from '../../../apps/study-visits/src/visits/lock-visit.js';
import { hiddenIn, startApplications, type ApplicationsStage } from './applications-stage.js';

/** The use cases of applications on a clock of the test’s own, and the same database. */
@Module({})
class AtAnyTime {
  static with(dataSource: DataSource, databaseUrl: string, clock: Clock, linkSecret: string): DynamicModule {
    const frame = demonstrationFrame({
      app: 'study-visits',
      dataSource,
      databaseUrl,
      changeChannel: 'study_visits_changed',
      clock: new DemoClock(),
      log: createLog('study-visits', 'error'),
      settings: { LINK_SECRET: linkSecret },
    });
    return {
      ...frame,
      module: AtAnyTime,
      providers: [
        ...frame.providers,
        { provide: CLOCK, useValue: clock },
        FindPerson,
        FindOrganisation,
        ...linkProviders,
        FindVisit,
        LockVisit,
        ApplicationLinks,
        OpenApplication,
        OrganisationChoices,
        WriteToApplicant,
        SubmitApplication,
      ],
    };
  }
}

describe('the deadline of applications', () => {
  let stage: ApplicationsStage;
  let dataSource: DataSource;
  let app: INestApplicationContext;
  let now = Temporal.Now.instant();

  beforeAll(async () => {
    stage = await startApplications();
    const url = stage.system.databaseUrl('study-visits');
    dataSource = await createDataSource(url).initialize();
    app = await NestFactory.createApplicationContext(
      AtAnyTime.with(dataSource, url, () => now, stage.system.secrets.links),
      { logger: nestLogger(createLog('study-visits', 'error')) },
    );
  });
  afterAll(async () => {
    await app?.close();
    if (dataSource?.isInitialized) await dataSource.destroy();
    await stage?.stop();
  });

  /** Submits at an instant. @returns `submitted`, or the code of the refusal */
  const submitAt = async (secret: string, at: string): Promise<string> => {
    now = Temporal.Instant.from(at);
    try {
      await app.get(SubmitApplication).run({ secret }, null, 'test');
      return 'submitted';
    } catch (error) {
      return (error as Problem).code;
    }
  };

  const complete = async (visit: { readonly slug: string }) => {
    const { secret } = await stage.begin(visit);
    await stage.fillIn(secret);
    return secret;
  };

  it.each([
    ['2034-11-30T11:59:59.999Z', 'submitted'],
    ['2034-11-30T12:00:00Z', 'applications-closed'],
    ['2034-11-30T12:00:01Z', 'applications-closed'],
    ['2026-01-01T08:59:59.999Z', 'applications-not-open'],
    ['2026-01-01T09:00:00Z', 'submitted'],
  ])('by the second: at %s it is %s', async (at, expected) => {
    const visit = await stage.visit();
    const secret = await complete(visit);
    expect(await submitAt(secret, at)).toBe(expected);
  });

  it('is one instant, in whichever zone staff entered it, and is told by London’s clock', async () => {
    // Half past midnight in Bilbao is the evening before in London.
    const columns = { applications_close_at: '2034-12-01T00:30:00+01:00', zone: 'Europe/Madrid' };
    const visit = await stage.visit({ columns });
    const page = await stage.get(`/visits/${visit.slug}/apply`);
    expect(page.words).toContain('before Thursday 30 November 2034, 11.30pm London time');
    const [one, other] = [await complete(visit), await complete(visit)];
    expect(await submitAt(one, '2034-11-30T23:29:59Z')).toBe('submitted');
    expect(await submitAt(other, '2034-11-30T23:30:00Z')).toBe('applications-closed');
  });

  it('keeps the draft of whoever was too late, says so, and takes what was typed', async () => {
    const visit = await stage.visit();
    const secret = await complete(visit);
    const path = `/visits/applications/${secret}`;
    const version = hiddenIn((await stage.get(`${path}/check`)).body, 'version');
    await stage.query(`UPDATE visits SET applications_close_at = now() WHERE id = $1`, [visit.id]);
    const late = await stage.post(`${path}/check`, { version });
    expect(late.status).toBe(409);
    expect(late.words).toContain('It was not submitted Applications closed on');
    expect(late.words).toContain('Your draft is kept as it is.');
    const api = await stage.api<{ code: string; detail: string }>(
      'POST',
      `/application-links/${secret}/submit`,
      {},
    );
    expect([api.status, api.body.code]).toEqual([409, 'applications-closed']);
    expect(await stage.query('SELECT status FROM applications WHERE visit_id = $1', [visit.id])).toEqual([
      { status: 'draft' },
    ]);
    // Whoever goes on writing loses nothing, and staff can put it in.
    const mark = hiddenIn((await stage.get(`${path}/why`)).body, 'mark');
    expect((await stage.post(`${path}/why`, { answer: 'Written late.', mark })).status).toBe(303);
    expect((await stage.get(path)).words).toContain('Applications closed on');
    const begin = await stage.post(`/visits/${visit.slug}/apply`, { name: 'Bo', email: 'late@example.org' });
    expect([begin.status, begin.words.includes('Applications closed on')]).toEqual([409, true]);
    // Whoever has a draft can still have the link to it.
    const again = await stage.post(`/visits/${visit.slug}/apply`, {
      way: 'again',
      email: 'late@example.org',
    });
    expect(again.status).toBe(303);
  });

  it('is not there before anybody set one, nor for what is called off or still a draft', async () => {
    const unset = await stage.visit({ columns: { applications_open_at: null, applications_close_at: null } });
    const off = await stage.visit({ status: 'cancelled' });
    const draft = await stage.visit({ status: 'draft' });
    const statuses = await Promise.all(
      [unset, off, draft].map(async ({ slug }) => {
        const sent = await stage.post(`/visits/${slug}/apply`, { name: 'Bo', email: 'bo@example.org' });
        return [(await stage.get(`/visits/${slug}/apply`)).status, sent.status];
      }),
    );
    expect(statuses).toEqual([
      [200, 409],
      [200, 409],
      [404, 404],
    ]);
  });
});
