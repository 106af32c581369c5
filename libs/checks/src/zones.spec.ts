import { readZone, zoneChoices } from './zones.js';

describe('readZone', () => {
  it('accepts every zone that can be chosen', () => {
    expect(zoneChoices).toEqual(expect.arrayContaining(['UTC', 'Europe/London', 'Europe/Rome']));
    expect(zoneChoices.filter((zone) => !readZone(zone, 'zone').ok)).toEqual([]);
  });

  it('accepts aliases, in any case, under their own name', () => {
    expect(readZone('Europe/Belfast', 'zone')).toEqual({ ok: true, value: 'Europe/Belfast' });
    expect(readZone(' europe/london ', 'zone')).toEqual({ ok: true, value: 'Europe/London' });
  });

  it.each(['Mars/Phobos', '+01:00', '-00:00', 'GMT Standard Time', 'Europe/London\r\nX', '[u-ca=iso8601]'])(
    'refuses %j',
    (name) => {
      expect(readZone(name, 'zone')).toMatchObject({ ok: false, problems: [{ code: 'zone-unknown' }] });
    },
  );
});
