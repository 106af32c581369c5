import {
  appNames,
  contractOf,
  isMessageType,
  registry,
  typesConsumedBy,
  typesProducedBy,
  type MessageType,
} from '#contracts';
import { apps } from '#launcher';
import { read, sourceFiles } from './sources.js';

/** What a README says of its app's messages. */
interface Told {
  readonly in: string[];
  readonly out: string[];
  /** To whom a type goes, where the table says so. */
  readonly to: Readonly<Record<string, string[]>>;
}

/** Reads the tables of the section "Messages": their first column is headed `in` or `out`. */
function messagesIn(markdown: string): Told {
  const section = /^## Messages\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(markdown)?.[1] ?? '';
  const told = { in: [] as string[], out: [] as string[], to: {} as Record<string, string[]> };
  let heading: string[] = [];
  for (const line of section.split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.length === 0) heading = [];
    else if (heading.length === 0) heading = cells;
    const type = /^`([^`]+)`$/.exec(cells[0] ?? '')?.[1];
    if (type === undefined) continue;
    if (heading[0] === 'in' || heading[0] === 'out') told[heading[0]].push(type);
    if (heading[1] === 'to') told.to[type] = (cells[1] ?? '').split(', ');
  }
  return told;
}

/** Every type that stands anywhere in a README's section, so that none stands outside the tables. */
const typesNamed = (markdown: string): string[] => {
  const found = markdown.matchAll(/`([a-z-]+\.[a-z-]+\.v\d+)`/g);
  return [...new Set([...found].flatMap((match) => match[1] ?? []))];
};

describe.each(apps.map(({ name }) => name))('the README of %s', (name) => {
  const app = appNames.find((known) => known === name);

  it('tells of the messages that the registry says it sends and gets', () => {
    const told = messagesIn(read(`apps/${name}/README.md`));
    expect(told.in.toSorted()).toEqual(app ? typesConsumedBy(app).toSorted() : []);
    expect(told.out.toSorted()).toEqual(app ? typesProducedBy(app).toSorted() : []);
    for (const [type, to] of Object.entries(told.to)) {
      expect([type, to]).toEqual([type, contractOf(type as MessageType).consumers]);
    }
  });

  it('names no message that there is not', () => {
    expect(typesNamed(read(`apps/${name}/README.md`)).filter((type) => !isMessageType(type))).toEqual([]);
  });
});

/** The types that a source sends: those of the messages that are written down in it, by name or by a constant of its own. */
function sentIn(source: string): string[] {
  const constants = new Map(
    [...source.matchAll(/\bconst (\w+) = '([^']+)'/g)].map(([, name, value]) => [name, value]),
  );
  const written = source.matchAll(/(?<!readonly )\btype: (?:'([^']+)'|(\w+)\b)/g);
  return [...written].flatMap(([, text, name]) => {
    const type = text ?? constants.get(name);
    return type !== undefined && /^[a-z-]+\.[a-z-]+\.v\d+$/.test(type) ? [type] : [];
  });
}

/** What a lib sends for the app that it is told of: the ends of types that begin with the app's name. */
const sentForApp = (source: string): string[] =>
  [...source.matchAll(/\btype: `\$\{[\w.]*\bapp\}([.a-z-]+\.v\d+)`/g)].flatMap(([, end]) => end ?? []);

/** What an app sends through a lib, by what its module takes in of it. */
const sentThroughLibs = {
  '...peopleProviders(': 'libs/people/src/',
  '...mailProviders(': 'libs/messaging/src/mails/ask-for-mail.ts',
  '...mailingProviders(': 'libs/messaging/src/mails/',
  'askForRetelling(': 'libs/messaging/src/retelling/',
} as const;

function sentByLibs(name: string, sources: readonly string[]): string[] {
  return Object.entries(sentThroughLibs).flatMap(([taken, within]) => {
    if (!sources.some((path) => read(path).includes(taken))) return [];
    const lib = sourceFiles().filter((path) => path.startsWith(within));
    return lib.flatMap((path) => sentForApp(read(path))).map((end) => name + end);
  });
}

describe.each(apps.map(({ name }) => name))('the sources of %s', (name) => {
  it('send every type that the registry says the app sends, and no other', () => {
    const app = appNames.find((known) => known === name);
    const sources = sourceFiles().filter(
      (path) => path.startsWith(`apps/${name}/src/`) && !/\.spec\.tsx?$/.test(path),
    );
    const sent = new Set([...sources.flatMap((path) => sentIn(read(path))), ...sentByLibs(name, sources)]);
    expect([...sent].toSorted()).toEqual(app ? typesProducedBy(app).toSorted() : []);
  });
});

describe('sentIn', () => {
  it('finds what is sent, and not what is only handled or looked for', () => {
    const source = [
      `const told = 'a.told.v1';`,
      `outbox.add(manager, { type: told, payload });`,
      `return { type: 'a.returned.v2' as const, payload };`,
      `readonly type = 'a.handled.v1';`,
      `private readonly type: 'a.handled-too.v1';`,
      `type Of = PayloadOf<'a.typed.v1'>; query("WHERE type = 'a.looked-for.v1'"); column({ type: 'text' });`,
    ].join('\n');
    expect(sentIn(source)).toEqual(['a.told.v1', 'a.returned.v2']);
  });
});

describe('sentForApp', () => {
  it('finds what is sent under the name of whichever app it is', () => {
    const source = ['add({ type: `${this.own.app}.done.v1` })', 'log({ type: `${app} done` })'].join('\n');
    expect(sentForApp(source)).toEqual(['.done.v1']);
  });
});

describe('messagesIn', () => {
  it('reads both tables, and the receivers where they are told', () => {
    const text = [
      '## Messages',
      '',
      '| in | what |',
      '| -- | ---- |',
      '| `a.b.v1` | … |',
      '',
      '| out | to | when |',
      '| --- | -- | ---- |',
      '| `c.d.v1` | x, y | … |',
      '',
      '## Decisions',
      '',
      '| `e.f.v1` | … |',
    ].join('\n');
    expect(messagesIn(text)).toEqual({ in: ['a.b.v1'], out: ['c.d.v1'], to: { 'c.d.v1': ['x', 'y'] } });
    expect(messagesIn('## Messages\n\nNone.\n')).toEqual({ in: [], out: [], to: {} });
  });
});

describe('the registry', () => {
  it('knows the apps by their names', () => {
    expect(appNames.toSorted()).toEqual(apps.map(({ name }) => name).toSorted());
  });

  it('has every app that keeps data forget a person, and say so', () => {
    const others = apps
      .filter(({ name, schema }) => schema !== null && name !== 'members')
      .map(({ name }) => name);
    expect(others.length).toBeGreaterThan(0);
    expect([...registry['members.person-erased.v1'].consumers].toSorted()).toEqual(others.toSorted());
    for (const name of others) {
      expect(isMessageType(`${name}.person-erasure-done.v1`)).toBe(true);
    }
  });
});
