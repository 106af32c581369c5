import { randomUUID } from 'node:crypto';
import {
  startApplications,
  type ApplicationsStage,
  type Headers,
  type StagedPerson,
} from '../applications/applications-stage.js';
import type { StagedVisit } from '../stage.js';
import { filled, sortRoutes, type OwnRoute } from './linked.js';
import { dumpOf } from './rights-stage.js';

const { own } = sortRoutes();

describe('what those who are signed in have the right to', () => {
  let stage: ApplicationsStage;
  let visit: StagedVisit;
  let ours: StagedPerson;
  let theirs: StagedPerson;
  let applicationId: string;
  let travellerId: string;
  let callers: ReadonlyMap<string, StagedPerson>;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    stage = await startApplications();
    visit = await stage.visit({ status: 'confirmed' });
    ours = await stage.person({ name: 'Ona Ours', isContact: true });
    theirs = await stage.person({ name: 'Theo Theirs', isContact: true });
    const colleague = await stage.person({ organisationId: theirs.organisationId });
    for (const { organisationId, organisationName, name } of [ours, theirs]) {
      const setUp = { name: `Travelling for ${name}`, organisationId, organisationName };
      // At last that of the others.
      travellerId = (await stage.traveller(visit, setUp)).id;
    }
    const applicant = await stage.person({ organisationId: theirs.organisationId, name: 'Abi Applicant' });
    const begun = await stage.post(`/visits/${visit.slug}/apply`, {}, applicant.pages);
    applicationId = begun.location?.split('/').at(-1) ?? '';
    callers = new Map([
      ['a contact of another organisation', ours],
      ['a colleague who looks after no bookings', colleague],
      ['somebody of no such organisation', await stage.person()],
    ]);
    before = await dumpOf(stage);
  });
  afterAll(() => stage?.stop());

  const pathOf = ({ pattern, of }: OwnRoute, organisationId: string) =>
    filled(pattern, {
      organisationId,
      travellerId,
      ...(of === 'application' && { id: applicationId, applicationId }),
      ...(of === 'assessment' && { visitId: visit.id, applicationId }),
    });
  const ask = (
    method: string,
    path: string,
    { pages, api }: { readonly pages: Headers; readonly api: Headers },
  ) => {
    const isApi = path.startsWith('/api/');
    return fetch(stage.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(isApi ? api : pages),
        ...(method !== 'GET' && {
          'sec-fetch-site': 'same-origin',
          'if-match': '"1"',
          'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded',
        }),
      },
      ...(method !== 'GET' && { body: isApi ? '{}' : 'version=1&name=Mallory&answer=x' }),
    });
  };

  it.each(own.map((one) => [one.route, one] as const))('%s is refused to everybody else', async (_, one) => {
    const path = pathOf(one, theirs.organisationId);
    for (const [name, caller] of callers) {
      const answer = await ask(one.method, path, caller);
      await answer.body?.cancel();
      const allowed = one.method === 'GET' ? [403, 404] : [400, 403, 404, 412, 422, 428];
      expect([name, answer.status, allowed.includes(answer.status)]).toEqual([name, answer.status, true]);
    }
    const signedOut = await ask(one.method, path, { pages: {}, api: {} });
    expect([401, 403]).toContain(signedOut.status);
  });

  it('changed nothing where it was refused', async () => {
    expect(await dumpOf(stage)).toEqual(before);
  });

  const lists = own.filter(
    ({ of, method, pattern }) =>
      of === 'organisation' && method === 'GET' && !/:(?!organisationId)/.test(pattern),
  );

  it.each(lists.map((one) => [one.route, one] as const))(
    '%s shows a contact their own people and nobody else’s',
    async (_, one) => {
      const shown = async (contact: StagedPerson) => {
        const answer = await ask('GET', pathOf(one, contact.organisationId), contact);
        return [answer.status, await answer.text()] as const;
      };
      const [[status, text], [otherStatus, other]] = [await shown(ours), await shown(theirs)];
      expect([status, otherStatus]).toEqual([200, 200]);
      for (const mark of ['Theo Theirs', 'Abi Applicant', theirs.organisationId, theirs.organisationName])
        expect([mark, text.includes(mark)]).toEqual([mark, false]);
      // The other one's own is there, so that its absence says something.
      expect(other.includes('Theo Theirs') || other.includes('Abi Applicant')).toBe(true);
    },
  );

  it('is nothing of an organisation that there is not', async () => {
    for (const one of lists) {
      const answer = await ask('GET', pathOf(one, randomUUID()), ours);
      expect([one.route, answer.status]).toEqual([one.route, 404]);
    }
  });
});
