import fc from 'fast-check';
import { returnPath, signInLink } from './return-path.js';

const publicUrl = 'https://events.example.org';
const get = (url: string) => ({ method: 'GET', url, headers: {} });
const post = (referer?: string) => ({
  method: 'POST',
  url: '/things',
  headers: referer === undefined ? {} : { referer },
});

describe('returnPath', () => {
  it('is the page asked for, with its query', () => {
    expect(returnPath(get('/calendar?kind=meeting&page=2'), publicUrl)).toBe('/calendar?kind=meeting&page=2');
  });

  it('is the page that a form stands on', () => {
    expect(returnPath(post(`${publicUrl}/calendar/manage?tab=1`), publicUrl)).toBe('/calendar/manage?tab=1');
  });

  it.each([
    ['a form of another site', post('https://elsewhere.example/calendar')],
    ['a form of nowhere', post()],
    ['a form of something that is no address', post('nowhere')],
    ['an address that browsers take for another host', get('//elsewhere.example/x')],
    ['one with a backslash', get('/\\elsewhere.example')],
    ['a form on such a page', post(`${publicUrl}//elsewhere.example`)],
    ['what is too long to be worth it', get(`/${'x'.repeat(1000)}`)],
  ])('is not %s', (_, request) => {
    expect(returnPath(request, publicUrl)).toBeNull();
  });

  it('never leads to another origin', () => {
    const start = fc.constantFrom('/', '//', '/\\', '\\', 'https://elsewhere.example', `${publicUrl}/`);
    fc.assert(
      fc.property(start, fc.webPath(), fc.boolean(), (first, rest, isForm) => {
        const path = returnPath(isForm ? post(first + rest) : get(first + rest), publicUrl);
        if (path !== null) expect(new URL(path, publicUrl).origin).toBe(publicUrl);
      }),
    );
  });
});

describe('signInLink', () => {
  it('brings back, whatever is in the address', () => {
    const link = signInLink('/members/sign-in', get('/calendar?a=1&b=%C3%A9'), publicUrl) ?? '';
    expect(link).toBe('/members/sign-in?return=%2Fcalendar%3Fa%3D1%26b%3D%25C3%25A9');
    expect(new URL(link, publicUrl).searchParams.get('return')).toBe('/calendar?a=1&b=%C3%A9');
  });

  it('does not bring back to where one signs in', () => {
    expect(signInLink('/members/sign-in', get('/members/sign-in?return=%2F'), publicUrl)).toBe(
      '/members/sign-in',
    );
  });

  it('is none while there is nowhere to sign in', () => {
    expect(signInLink(null, get('/calendar'), publicUrl)).toBeNull();
  });
});
