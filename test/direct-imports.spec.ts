import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originsIn, originsOf, withDirectImports } from './direct-imports.mjs';

const root = join(import.meta.dirname, '..');

describe('imports from a library', () => {
  const origins = new Map([
    ['#ui', new Map([['Table', '/ui/table.tsx']])],
    ['#csv', new Map([['readTable', '/csv/read-table.ts']])],
  ]);
  const direct = (code: string) => withDirectImports(code, origins);

  it('lead to where things are declared, line by line', () => {
    expect(
      direct(
        'import { a } from "./a.js";\nimport { readTable } from \'#csv\';\nimport { Table as T } from "#ui";',
      ),
    ).toBe(
      'import { a } from "./a.js";\nimport { readTable } from "/csv/read-table.ts";\nimport { Table as T } from "/ui/table.tsx";',
    );
    expect(direct('import { Table, Tabs } from "#ui";')).toBe(
      'import { Table } from "/ui/table.tsx"; import { Tabs } from "#ui";',
    );
  });

  it('stay as they are where they are not for things by their names', () => {
    for (const code of [
      'import * as ui from "#ui";',
      'import "#ui";',
      'export { Table } from "#ui";',
      'import { x } from "#words";',
    ])
      expect(direct(code)).toBe(code);
  });
});

describe('where things come from', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'origins-'));
    const files = {
      'index.ts': `export * from './one.js';\nexport { two, type Three, four as five } from './two.js';\nexport const six = 6;\nconst seven = 7;\nexport { seven };\n`,
      'one.ts': `export const one = 1;\nexport interface Never {}\nexport type Nor = 1;\nexport async function later() {}\nexport default one;\n`,
      'two.ts': `export * from './parts.js';\nexport const four = 4;\nexport interface Three {}\n`,
      'parts.tsx': `export abstract class two {}\n`,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is known of values that keep their name', () => {
    expect(originsIn(join(folder, 'index.ts'))).toEqual(
      new Map(
        Object.entries({
          one: 'one.ts',
          later: 'one.ts',
          two: 'parts.tsx',
          six: 'index.ts',
          seven: 'index.ts',
        }).map(([name, file]) => [name, join(folder, file)]),
      ),
    );
  });

  it('is right for all that the libraries export', async () => {
    for (const [library, known] of originsOf(root)) {
      expect(known.size).toBeGreaterThan(0);
      for (const file of new Set(known.values())) {
        const module: object = await import(file);
        for (const [name, origin] of known)
          if (origin === file) expect([library, name in module]).toEqual([library, true]);
      }
    }
  });
});
