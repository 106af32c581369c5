import type { System } from '#launcher';
import { compare, type Target } from '../measure.ts';
import type { SeededParty } from './seed-party.ts';

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/**
 * What a traveller asks for, and how much of a bare server’s speed with the same bytes is wanted. A page is theirs alone and tells the
 * time of day, so each is read by six statements and made anew, which takes two milliseconds; a calendar asks every hour whether
 * people look or not, so what was made is kept until something has changed.
 */
const targets = ({ secret, feedSecret }: SeededParty): readonly (Target & { readonly wanted: number })[] => [
  {
    name: 'own day',
    path: `/visits/travellers/${secret}/days/2035-03-12`,
    conditional: false,
    wanted: 0.005,
  },
  { name: 'feed 200', path: `/visits/feeds/${feedSecret}.ics`, conditional: false, wanted: 0.3 },
  { name: 'feed 304', path: `/visits/feeds/${feedSecret}.ics`, conditional: true, wanted: 0.3 },
];

/** A traveller’s page of a day and their own feed, beside a bare server. @returns whether all is as it should be */
export async function benchOwn(system: System, party: SeededParty): Promise<boolean> {
  console.log('A traveller’s page of a day and their feed, beside a bare server with the same bytes');
  const service = { url: system.urls['study-visits'] ?? '', pid: system.pid('study-visits') };
  const shell = { url: system.urls['shell'] ?? '', pid: system.pid('shell') };
  const isMet: boolean[] = [];
  for (const target of targets(party)) {
    const { bytes, bare, service: own, shell: through } = await compare(target, service, shell);
    const ratio = own.perSecond / bare.perSecond;
    isMet.push(ratio >= target.wanted);
    console.log(
      `  ${target.name.padEnd(9)} ${whole(bytes).padStart(7)} bytes: ${whole(own.perSecond)} a second of ${whole(bare.perSecond)}, ` +
        `${percent(ratio)} (wanted ≥ ${percent(target.wanted)}), ${whole(own.cpuMicroseconds ?? 0)} µs of CPU; ` +
        `through the shell ${whole(through.perSecond)}: ${ratio >= target.wanted ? 'met' : 'not met'}`,
    );
  }
  return isMet.every(Boolean);
}
