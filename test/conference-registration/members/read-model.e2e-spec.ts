import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { startSystem, type System } from '#launcher';
import { actingPerson, FindOrganisation, FindPerson } from '#people';
import { createDataSource } from '../../../apps/conference-registration/src/data-source.js';
import { categoryOn } from '../../../apps/conference-registration/src/members/domain/organisation.js';
import {
  organisation,
  person,
  startTelling,
  type Telling,
} from '../../events-calendar/read-model/telling.js';
import { emptying } from '../../emptying.js';

const today = Temporal.PlainDate.from('2027-02-01');

describe('what members tells', () => {
  let system: System;
  let telling: Telling;
  let dataSource: DataSource;
  let organisations: FindOrganisation;
  let people: FindPerson;

  beforeAll(async () => {
    system = await startSystem({ apps: ['conference-registration', 'members'] });
    telling = await startTelling(system, 'conference-registration');
    dataSource = await createDataSource(system.databaseUrl('conference-registration')).initialize();
    organisations = new FindOrganisation(dataSource);
    people = new FindPerson(dataSource);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await telling.stop();
    await system.stop();
  });

  const tellOf = async (told: ReturnType<typeof person>, version = 1) => {
    await telling.tell('members.person-changed.v1', version, told);
    return told;
  };

  it('of an organisation is kept with all that an invoice needs', async () => {
    const told = organisation({
      name: 'Rochdale Example Council',
      category: 'associate',
      kind: 'town or parish council',
      discount: { percent: 25, endsOn: '2027-03-31' },
      billingAddress: 'Town Hall\nRochdale OL16 1AB',
      invoiceEmail: 'invoices@rochdale.example.org',
      purchaseOrderRequired: true,
      accountableBodyReference: 'C-17',
      domains: ['rochdale.example.org'],
    });
    await telling.tell('members.organisation-changed.v1', 3, told);
    await expect(organisations.byId(told.id)).resolves.toEqual(told);
    await expect(organisations.byId(randomUUID())).resolves.toBeNull();
    const both = await organisations.byIds([told.id, randomUUID()]);
    expect([...both.values()]).toEqual([told]);
    expect(categoryOn(await organisations.byId(told.id), today)).toBe('associate');

    const plain = organisation({ id: told.id, name: 'Rochdale Example Council' });
    await telling.tell('members.organisation-changed.v1', 2, { ...plain, name: 'Of old' });
    await expect(organisations.byId(told.id)).resolves.toEqual(told);
    await telling.tell('members.organisation-changed.v1', 4, plain);
    await expect(organisations.byId(told.id)).resolves.toEqual(plain);
  });

  it('of an organisation is found by a part of its name, whatever signs that has', async () => {
    const names = ['Trafford 50% Example', 'Trafford_Example', 'Old Trafford Example'];
    for (const name of names)
      await telling.tell('members.organisation-changed.v1', 1, organisation({ name }));
    const found = async (text: string) => (await organisations.bySearch(text)).map(({ name }) => name);
    await expect(found(' trafford ')).resolves.toEqual(names.toSorted());
    await expect(found('0% e')).resolves.toEqual(['Trafford 50% Example']);
    await expect(found('d_e')).resolves.toEqual(['Trafford_Example']);
    await expect(found('nobody’s\0')).resolves.toEqual([]);
  });

  it('of a membership changes category and status, in whichever order the two messages come', async () => {
    const [one, other] = [organisation(), organisation()];
    const left = (id: string) => ({
      organisationId: id,
      name: 'Example Council',
      from: { category: 'full', status: 'leaving' },
      to: { category: 'full', status: 'left' },
      on: today.toString(),
      reason: 'Budget',
    });
    const gone = { status: 'left', leftOn: today.toString(), invoiceEmail: 'pay@example.org' };
    await telling.tell('members.organisation-changed.v1', 1, one);
    await telling.tell('members.membership-changed.v1', 2, left(one.id));
    expect(categoryOn(await organisations.byId(one.id), today)).toBe('non-member');
    await telling.tell('members.organisation-changed.v1', 2, { ...one, ...gone });
    await telling.tell('members.organisation-changed.v1', 2, { ...other, ...gone });
    await telling.tell('members.membership-changed.v1', 2, left(other.id));
    for (const { id } of [one, other]) {
      await expect(organisations.byId(id)).resolves.toMatchObject(gone);
    }
  });

  it('of a person is kept with what a booking needs, and no more', async () => {
    const council = organisation({ name: 'Oldham Example Council' });
    const club = organisation({ name: 'Aspull Example Society' });
    for (const each of [council, club]) await telling.tell('members.organisation-changed.v1', 1, each);
    const ada = await tellOf(
      person({
        name: 'Ada Example',
        preferredName: 'Ade',
        pronouns: 'they/them',
        email: 'Ada.Booker@Example.org',
        phone: '01234 567890',
        jobTitle: 'Head of Policy',
        roles: ['staff'],
        affiliations: [
          { organisationId: council.id, role: 'officer', isBookingContact: true },
          { organisationId: club.id, role: 'partner', isBookingContact: false },
          { organisationId: randomUUID(), role: 'councillor', isBookingContact: true },
        ],
      }),
    );
    const kept = {
      id: ada.id,
      name: 'Ada Example',
      preferredName: 'Ade',
      email: 'Ada.Booker@Example.org',
      phone: '01234 567890',
      jobTitle: 'Head of Policy',
      roles: ['staff'],
    };
    await expect(people.byId(ada.id)).resolves.toEqual(kept);
    await expect(people.byId(randomUUID())).resolves.toBeNull();
    await expect(people.byEmails([' ADA.booker@example.org', 'nobody@example.org'])).resolves.toEqual(
      new Map([['ada.booker@example.org', kept]]),
    );
    // An organisation that nobody has told of is none that can be booked for.
    await expect(people.organisationsOf(ada.id)).resolves.toEqual([
      { organisation: club, role: 'partner', isBookingContact: false },
      { organisation: council, role: 'officer', isBookingContact: true },
    ]);
    const rows = await telling.query<{ row: string }>('SELECT p::text AS row FROM people p');
    expect(rows.map(({ row }) => row).join()).not.toContain('they/them');
    await tellOf({ ...ada, affiliations: [] }, 2);
    await tellOf(ada, 1);
    await expect(people.organisationsOf(ada.id)).resolves.toEqual([]);
  });

  it('of two records of one person leads to the one that stays', async () => {
    const council = organisation({ name: 'Merged Example Council' });
    await telling.tell('members.organisation-changed.v1', 1, council);
    const [first, second, third] = [
      await tellOf(person({ email: 'first@example.org' })),
      await tellOf(person({ email: 'second@example.org' })),
      await tellOf(
        person({
          email: 'third@example.org',
          affiliations: [{ organisationId: council.id, role: 'officer', isBookingContact: true }],
        }),
      ),
    ];
    // The later merge is told before the earlier one.
    await tellOf({ ...second, mergedInto: third.id }, 2);
    await tellOf({ ...first, mergedInto: second.id }, 2);
    for (const { id } of [first, second, third]) {
      await expect(people.byId(id)).resolves.toMatchObject({ id: third.id, email: 'third@example.org' });
      await expect(people.organisationsOf(id)).resolves.toMatchObject([{ organisation: { id: council.id } }]);
      await expect(dataSource.transaction((manager) => actingPerson(manager, id))).resolves.toBe(third.id);
    }
    await expect(people.byEmails(['first@example.org', 'second@example.org'])).resolves.toEqual(new Map());
    await expect(
      telling.query('SELECT name, phone, roles, merged_into FROM people WHERE id = $1', [first.id]),
    ).resolves.toEqual([{ name: '', phone: null, roles: [], merged_into: third.id }]);
  });

  it('is asked for at a start when nothing is known, and only then', async () => {
    const members = await telling.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox WHERE type = 'conference-registration.replay-requested.v1'`,
    );
    // At its very first start there was nothing.
    expect(members).toEqual([{ count: 1 }]);
    await system.restart('conference-registration');
    await telling.query(emptying('organisations, people CASCADE'));
    await system.restart('conference-registration');
    const asked = await telling.query<{ consumers: string[]; payload: object }>(
      `SELECT consumers, payload FROM outbox WHERE type = 'conference-registration.replay-requested.v1' ORDER BY id`,
    );
    expect(asked).toHaveLength(2);
    expect(asked.at(-1)).toEqual({
      consumers: ['members'],
      payload: { what: ['organisations', 'people'] },
    });
  });

  it('is asked for, too, where only the demonstration’s own is known, until it was told', async () => {
    const asked = () =>
      telling.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM outbox WHERE type = 'conference-registration.replay-requested.v1'`,
      );
    const [before] = await asked();
    await telling.query(emptying('organisations, people CASCADE'));
    await telling.query(
      `INSERT INTO organisations (id, name, category, status, version) VALUES ($1, 'Of the demonstration', 'full', 'member', 0)`,
      [randomUUID()],
    );
    await system.restart('conference-registration');
    expect(await asked()).toEqual([{ count: (before?.count ?? 0) + 1 }]);
    await telling.query('UPDATE organisations SET version = 1');
    await system.restart('conference-registration');
    expect(await asked()).toEqual([{ count: (before?.count ?? 0) + 1 }]);
  });
});
