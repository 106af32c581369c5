import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Transactions, type DemoClock } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { MakeFromPattern } from '../shifts/make-from-pattern.js';
import { consentWords } from '../visitors/domain/visitor.js';
import { ImportVisitors } from '../visitors/import-visitors.js';
import { staff } from './network.js';

/** How many stopped by in each hour of a day: the tea breaks and the lunch bring most. */
const anHour = [4, 9, 7, 14, 11, 5, 8, 3] as const;

/** Who wanted to hear more. Nobody of these exists. */
const people = [
  ['Rowan Notreal', 'Medway Labour & Co-op Group', 'housing'],
  ['Cllr Sefton Sample', 'Halewood Town Council', 'procurement'],
  ['Thea Invented', 'Unlimited Potential', 'social care'],
  ['Cllr Umar Example', 'Hull City Council', 'energy'],
  ['Verity Specimen', 'Mutual Ventures', 'youth services'],
  ['Wyn Pretend', 'Gloucester Labour Group', 'joining'],
] as const;

/**
 * Makes two-hour shifts of a stand that is open, where there are none, so that visitors are counted for each.
 *
 * @param exhibition published, and not over yet by the clock
 */
export async function makeOldShifts(app: INestApplicationContext, { id }: Exhibition): Promise<void> {
  const open = { slotMinutes: 120, cover: 2, leads: 1, handover: 'none', handoverMinutes: 0 } as const;
  await app.get(MakeFromPattern).run(staff, id, { open }, 0);
}

/**
 * Writes down who stopped by at a stand, from the list that was kept there on paper.
 *
 * @param areNamed whether some of them agreed to hear more. Who did so more than two years ago is forgotten.
 */
export async function makeVisitors(
  app: INestApplicationContext,
  clock: DemoClock,
  exhibition: Exhibition,
  { areNamed }: { readonly areNamed: boolean },
): Promise<void> {
  const open = exhibition.days.filter(({ kind }) => kind === 'open');
  const rows = open.flatMap(({ day, opens }, dayIndex) =>
    anHour.flatMap((usual, hour) => {
      const fewer = (dayIndex * 3 + hour) % 4;
      const from = Temporal.PlainTime.from(opens).add({ hours: hour });
      return Array.from({ length: Math.max(1, usual - fewer) }, (_, index) => {
        const time = from.add({ minutes: (index * 53) % 60 }).toString({ smallestUnit: 'minute' });
        const who =
          areNamed && index === 0 && hour % 3 === 1 ? people[dayIndex * 2 + (hour > 2 ? 1 : 0)] : undefined;
        const said =
          who === undefined ? ',,,,no' : [who[0], addressOf(who[0]), who[1], who[2], 'yes'].join(',');
        return `${said},${day} ${time}`;
      });
    }),
  );
  const csv = ['name,email,organisation,interests,consent,when', ...rows].join('\n');
  clock.put(Temporal.PlainDate.from(exhibition.lastDay), '21:30');
  const imports = app.get(ImportVisitors);
  const sent = { fileName: 'visitors.csv', bytes: new TextEncoder().encode(csv), consentWords };
  const list = await app.get(Transactions).run((manager) => imports.look(manager, exhibition.id, sent));
  await imports.confirm(exhibition.id, list);
}

const addressOf = (name: string): string =>
  `${name.replace('Cllr ', '').toLowerCase().replaceAll(' ', '.')}@example.org`;
