import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './sources.js';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

interface Cruise {
  readonly summary: { readonly violations: readonly Violation[]; readonly totalCruised: number };
}

function cruise(directory: string): Cruise['summary'] {
  const answer = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      `--config=${join(root, '.dependency-cruiser.mjs')}`,
      '--output-type=json',
      'apps',
      'libs',
      'test',
    ],
    {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  return (JSON.parse(answer) as Cruise).summary;
}

const inWords = ({ rule, from, to }: Violation): string => `${rule.name}: ${from} → ${to}`;

/** A small project in which every file but those named `fine` breaks the rule that it is listed with. */
const fixture: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#ui': { types: './libs/ui/src/index.ts', default: './dist/ui.js' } },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext' } }),
  ...Object.fromEntries(
    ['@nestjs/common', 'typeorm', 'pg', 'fastify', 'temporal-polyfill', 'rrule-temporal'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' })],
      [`node_modules/${name}/index.js`, 'export const it = 1;'],
    ]),
  ),
  'libs/ui/src/index.ts': 'export const ui = 1;',
  'libs/csv/src/index.ts': 'export const csv = 1;',
  'libs/contracts/src/index.ts': 'export const kinds = 1;',
  'libs/launcher/src/index.ts': 'export const launcher = 1;',
  'apps/a/src/events/domain/rule.ts': 'export const rule = 1;',
  'apps/a/src/events/event.entity.ts': 'export const entity = 1;',
  'apps/b/src/main.ts': 'export const main = 1;',
  'test/a/steps.ts': 'export const steps = 1;',

  'apps/a/src/events/domain/fine.ts':
    "import { it } from 'temporal-polyfill'; import { createHash } from 'node:crypto'; import { csv } from '../../../../../libs/csv/src/index.js'; import { kinds } from '../../../../../libs/contracts/src/index.js'; import { rule } from './rule.js'; export const all = [it, createHash, csv, kinds, rule];",
  'apps/a/src/fine.ts': "export { ui } from '#ui'; export { it } from '@nestjs/common';",
  'test/fine.ts':
    "export { launcher } from '../libs/launcher/src/index.js'; export { main } from '../apps/b/src/main.js';",

  'apps/a/src/events/domain/nest.ts': "export { it } from '@nestjs/common';",
  'apps/a/src/domain/typeorm.ts': "import type { it } from 'typeorm'; export type It = typeof it;",
  'apps/a/src/events/domain/pg.ts': "export { it } from 'pg';",
  'apps/a/src/events/domain/fastify.ts': "export { it } from 'fastify';",
  'apps/a/src/events/domain/http.ts': "export { get } from 'node:http';",
  'apps/a/src/events/domain/fs.ts': "export { readFileSync } from 'node:fs';",
  'apps/a/src/events/domain/entity.ts': "export { entity } from '../event.entity.js';",
  'apps/a/src/events/domain/ui.ts': "export { ui } from '#ui';",
  'apps/a/src/other-app.ts': "export const main = () => import('../../b/src/main.js');",
  'apps/a/src/launcher.ts': "export { launcher } from '../../../libs/launcher/src/index.js';",
  'apps/a/src/testing-in-production.ts': "export { steps } from '../../../test/a/steps.js';",
  'apps/a/src/nowhere.ts': "export { nothing } from './nothing.js';",
  'libs/ui/src/app.ts': "export { main } from '../../../apps/b/src/main.js';",
  'libs/csv/src/fs.ts': "export { readFileSync } from 'node:fs';",
  'libs/contracts/src/typeorm.ts': "export { it } from 'typeorm';",
  'libs/platform/src/ui.ts': "export { ui } from '#ui';",
  'libs/platform/src/circle-1.ts': "import { two } from './circle-2.js'; export const one = () => two;",
  'libs/platform/src/circle-2.ts': "import { one } from './circle-1.js'; export const two = () => one;",
};

const broken = [
  'apps-stand-alone: apps/a/src/other-app.ts → apps/b/src/main.ts',
  'contracts-are-plain: libs/contracts/src/typeorm.ts → node_modules/typeorm/index.js',
  'domain-is-pure: apps/a/src/domain/typeorm.ts → node_modules/typeorm/index.js',
  'domain-is-pure: apps/a/src/events/domain/entity.ts → apps/a/src/events/event.entity.ts',
  'domain-is-pure: apps/a/src/events/domain/fastify.ts → node_modules/fastify/index.js',
  'domain-is-pure: apps/a/src/events/domain/fs.ts → fs',
  'domain-is-pure: apps/a/src/events/domain/http.ts → http',
  'domain-is-pure: apps/a/src/events/domain/nest.ts → node_modules/@nestjs/common/index.js',
  'domain-is-pure: apps/a/src/events/domain/pg.ts → node_modules/pg/index.js',
  'domain-is-pure: apps/a/src/events/domain/ui.ts → libs/ui/src/index.ts',
  'launcher-is-for-starting-and-tests: apps/a/src/launcher.ts → libs/launcher/src/index.ts',
  'libs-know-no-apps: libs/ui/src/app.ts → apps/b/src/main.ts',
  'libs-of-rules-are-pure: libs/csv/src/fs.ts → fs',
  'no-circles: libs/platform/src/circle-1.ts → libs/platform/src/circle-2.ts',
  'nothing-unknown: apps/a/src/nowhere.ts → ./nothing.js',
  'platform-knows-no-ui: libs/platform/src/ui.ts → libs/ui/src/index.ts',
  'tests-stay-out: apps/a/src/testing-in-production.ts → test/a/steps.ts',
];

describe('dependencies', () => {
  it('are only those that are allowed', () => {
    const { violations, totalCruised } = cruise(root);
    expect(violations.map(inWords)).toEqual([]);
    // So many files would not be followed if imports led nowhere.
    expect(totalCruised).toBeGreaterThan(200);
  });

  it('that are not allowed are found', () => {
    const directory = mkdtempSync(join(tmpdir(), 'dependencies-'));
    try {
      for (const [path, text] of Object.entries(fixture)) {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), text);
      }
      const found = cruise(directory).violations.map(inWords);
      expect(found.toSorted()).toEqual(broken);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
