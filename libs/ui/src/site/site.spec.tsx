import type { FastifyRequest } from 'fastify';
import { forbidden, PublicResponses, signInNeeded, unconfirmed, visitor, type Identity } from '#platform';
import { fallbackChrome } from './fallback-chrome.js';
import { Site } from './site.js';

const publicUrl = 'https://events.example.org';
const chrome = fallbackChrome({ section: 'calendar', label: 'Calendar', href: '/calendar' });
const site = new Site({
  section: 'calendar',
  publicUrl,
  chrome: () => chrome,
  publicResponses: new PublicResponses(() => null),
});

const asked = (identity: Identity, more: Partial<FastifyRequest> = {}) =>
  Object.assign(Object.create(null) as FastifyRequest, {
    id: 'request-1',
    method: 'GET',
    url: '/calendar/manage?page=2',
    headers: {},
    identity,
    ...more,
  });

const person: Identity = {
  ...visitor,
  personId: 'p',
  name: 'Xiu Example',
  roles: ['person'],
  state: 'confirmed',
};

describe('what stands around a page', () => {
  it('brings a visitor who signs in back to it', () => {
    expect(site.around(asked(visitor))).toMatchObject({
      account: null,
      signIn: '/members/sign-in?return=%2Fcalendar%2Fmanage%3Fpage%3D2',
    });
  });

  it('shows a person their name, and does not offer a sign-in to whoever may have done so', () => {
    expect(site.around(asked(person)).account).toMatchObject({ name: 'Xiu Example' });
    expect(site.around(asked(unconfirmed))).toMatchObject({ account: null, signIn: null });
  });

  it('says for whom a member of staff acts', () => {
    const actor = { personId: 's', name: 'Sam Staff' };
    expect(site.around(asked({ ...person, actor })).acting).toMatchObject({ forName: 'Xiu Example' });
    expect(site.around(asked(person)).acting).toBeNull();
  });
});

describe('the page of a refusal', () => {
  const button = /<a class="govuk-button" href="([^"]*)"/;

  it('lets a visitor sign in and come back', () => {
    expect(button.exec(site.errorPage(signInNeeded(), asked(visitor)))?.[1]).toBe(
      '/members/sign-in?return=%2Fcalendar%2Fmanage%3Fpage%3D2',
    );
  });

  it.each([
    [`${publicUrl}/calendar/manage/new`, '/members/sign-in?return=%2Fcalendar%2Fmanage%2Fnew'],
    ['https://elsewhere.example/x', '/members/sign-in'],
  ])('leads back from a form to where it stands, never elsewhere: %s', (referer, link) => {
    const request = asked(visitor, { method: 'POST', headers: { referer } });
    expect(button.exec(site.errorPage(signInNeeded(), request))?.[1]).toBe(link);
  });

  it('does not ask to sign in where that would not help', () => {
    expect(site.errorPage(forbidden('Not yours.'), asked(person))).not.toMatch(button);
    expect(site.errorPage(forbidden('From another site.'), asked(visitor))).not.toMatch(button);
  });
});
