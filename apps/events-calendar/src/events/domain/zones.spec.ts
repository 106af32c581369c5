import { zoneInWords } from './zones.js';

it('tells a zone by its city', () => {
  expect(zoneInWords('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(zoneInWords('UTC')).toBe('UTC');
});
