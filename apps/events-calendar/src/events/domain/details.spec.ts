import fc from 'fast-check';
import { accepted, orThrow, refuse } from './errors.js';
import { validateDetails, type DetailsInput } from './details.js';
import { timedSample } from './testing/samples.js';

const input = (different: Partial<DetailsInput> = {}): DetailsInput => ({
  title: 'Annual Conference',
  kind: 'conference',
  format: 'hybrid',
  when: accepted(timedSample('2027-10-01T10:00', '2027-10-01T16:00')),
  place: { name: 'Town Hall', address: 'The Esplanade, Rochdale', latitude: '53.6156', longitude: '-2.1594' },
  joining: { url: 'https://calls.example.org/agm', shownTo: 'members' },
  description: 'Bring your **questions**.',
  organiser: { name: 'The network’s team', email: 'team@example.org', phone: '' },
  audience: 'public',
  board: null,
  series: null,
  tags: ['AGM', ' conference', 'agm', ''],
  recurrence: null,
  ...different,
});
const problems = (different: Partial<DetailsInput>) => {
  const checked = validateDetails(input(different));
  return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field}: ${code}`);
};
const details = (different: Partial<DetailsInput>) => orThrow(validateDetails(input(different))).details;

describe('validateDetails', () => {
  it('tidies what it accepts', () => {
    expect(
      orThrow(validateDetails(input({ title: '  Annual  Conference ', description: ' a\r\nb ' }))),
    ).toEqual({
      details: {
        ...input(),
        title: 'Annual  Conference',
        when: timedSample('2027-10-01T10:00', '2027-10-01T16:00'),
        place: {
          name: 'Town Hall',
          address: 'The Esplanade, Rochdale',
          coordinates: { latitude: 53.6156, longitude: -2.1594 },
        },
        description: 'a\nb',
        organiser: { name: 'The network’s team', email: 'team@example.org', phone: null },
        tags: ['agm', 'conference'],
      },
      warnings: [],
    });
  });

  it.each<[string, Partial<DetailsInput>, string[]]>([
    ['no title', { title: ' ' }, ['title: missing']],
    ['a title of 1,001 characters', { title: 'a'.repeat(1001) }, ['title: too-long']],
    ['a title on two lines', { title: 'a\nb' }, ['title: unprintable-character']],
    ['an unknown kind', { kind: 'party' }, ['kind: unknown-choice']],
    ['an unknown format', { format: 'by post' }, ['format: unknown-choice']],
    [
      'a problem with its time',
      { when: refuse('when.zone', 'zone-unknown', 'No.') },
      ['when.zone: zone-unknown'],
    ],
    [
      'no length',
      { when: accepted(timedSample('2027-10-01T10:00', '2027-10-01T10:00')) },
      ['when.end.time: end-equals-start'],
    ],
    ['an address without a place', { place: { name: '', address: 'Rochdale' } }, ['place.name: missing']],
    [
      'half a coordinate',
      { place: { name: 'X', latitude: '0', longitude: '' } },
      ['place.coordinates: coordinate-incomplete'],
    ],
    [
      'a latitude beyond the pole',
      { place: { name: 'X', latitude: '90.1', longitude: '0' } },
      ['place.coordinates: coordinate-out-of-range'],
    ],
    [
      'a longitude in words',
      { place: { name: 'X', latitude: '1', longitude: 'west' } },
      ['place.coordinates: coordinate-out-of-range'],
    ],
    ['a script as link', { joining: { url: 'javascript:alert(1)' } }, ['joining.url: not-a-web-address']],
    ['a link without scheme', { joining: { url: 'calls.example.org' } }, ['joining.url: not-a-web-address']],
    [
      'a file server as link',
      { joining: { url: 'ftp://files.example.org/' } },
      ['joining.url: not-a-web-address'],
    ],
    ['a telephone as link', { joining: { url: 'tel:+44' } }, ['joining.url: not-a-web-address']],
    [
      'a link shown more widely than the event',
      { audience: 'members', joining: { url: 'https://x.example', shownTo: 'public' } },
      ['joining.shownTo: joining-shown-too-widely'],
    ],
    [
      'a link for an unknown board',
      { joining: { url: 'https://x.example', shownTo: 'board' } },
      ['joining.shownTo: joining-board-unknown'],
    ],
    ['a long description', { description: 'a'.repeat(50_001) }, ['description: too-long']],
    [
      'an organiser without a name',
      { organiser: { name: '', email: 'a@example.org' } },
      ['organiser.name: missing'],
    ],
    [
      'a broken email address',
      { organiser: { name: 'X', email: 'a@b' } },
      ['organiser.email: not-an-email-address'],
    ],
    [
      'two email addresses',
      { organiser: { name: 'X', email: 'a@example.org, b@example.org' } },
      ['organiser.email: not-an-email-address'],
    ],
    ['an unknown audience', { audience: 'friends' }, ['audience: unknown-choice']],
    ['a board event without a board', { audience: 'board', joining: null }, ['board: board-missing']],
    ['a board without a board event', { board: 'executive-oversight' }, ['board: board-not-expected']],
    ['a board in prose', { audience: 'board', joining: null, board: 'The Board' }, ['board: not-a-slug']],
    ['a series in prose', { series: 'Officer calls' }, ['series: not-a-slug']],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, index) => `tag ${index}`) }, ['tags: too-many']],
    ['a long tag', { tags: ['a'.repeat(41)] }, ['tags: too-long']],
    [
      'a rule that misses the start',
      { recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2', exceptions: [] } },
      ['recurrence.rule: rule-misses-start'],
    ],
  ])('refuses %s', (_, different, expected) => {
    expect(problems(different)).toEqual(expected);
  });

  it('tells all problems at once', () => {
    expect(
      problems({ title: '', kind: '', format: '', audience: '', board: 'A B', tags: ['\u0000'] }),
    ).toEqual([
      'title: missing',
      'kind: unknown-choice',
      'format: unknown-choice',
      'audience: unknown-choice',
      'board: not-a-slug',
      'tags: unprintable-character',
    ]);
  });

  it('accepts coordinates of nought, as text or number', () => {
    expect(
      details({ place: { name: 'Greenwich', latitude: 51.4779, longitude: 0 } }).place?.coordinates
        ?.longitude,
    ).toBe(0);
    expect(
      details({ place: { name: 'Greenwich', latitude: '51.4779', longitude: '-0.0' } }).place?.coordinates
        ?.longitude,
    ).toBe(0);
    expect(
      details({ place: { name: 'X', latitude: '\u221290', longitude: '180' } }).place?.coordinates,
    ).toEqual({ latitude: -90, longitude: 180 });
  });

  it('leaves out what is blank', () => {
    const blank = details({
      place: { name: ' ', address: '', latitude: '', longitude: null },
      joining: { url: ' ', shownTo: 'public' },
      organiser: { name: '', email: '', phone: null },
      description: '',
      series: '',
      board: '',
    });
    expect(blank).toMatchObject({
      place: null,
      joining: null,
      organiser: null,
      description: '',
      series: null,
      board: null,
    });
  });

  it('shows a joining link to the event’s audience if nothing is said', () => {
    expect(
      details({ audience: 'members', joining: { url: 'HTTPS://Calls.Example.org/a b' } }).joining,
    ).toEqual({
      url: 'https://calls.example.org/a%20b',
      shownTo: 'members',
    });
  });

  it('warns of what may be forgotten, and accepts it', () => {
    const warned = (different: Partial<DetailsInput>) =>
      orThrow(validateDetails(input(different))).warnings.map(({ field }) => field);
    expect(warned({ place: null })).toEqual(['place.name']);
    expect(warned({ joining: null })).toEqual(['joining.url']);
    expect(warned({ format: 'online', place: null })).toEqual([]);
    expect(warned({ format: 'in person', joining: null })).toEqual([]);
    expect(warned({ kind: 'deadline', format: 'in person', place: null, joining: null })).toEqual([]);
  });

  it('accepts again, unchanged, what it has accepted', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 5 }), (title, description, tags) => {
        const once = validateDetails(input({ title, description, tags }));
        if (!once.ok) return;
        const { title: kept, description: about, tags: words } = once.value.details;
        expect(validateDetails(input({ title: kept, description: about, tags: words }))).toEqual(once);
      }),
    );
  });
});
