import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { System } from '#launcher';

/** How often each kind of address is asked for. */
const times = Number(process.env['BENCH_ASKS'] ?? 400);

/** The medians of two kinds may be so far apart, as a share of the larger one. */
const wanted = 0.1;

const kinds = ['known', 'newcomer', 'unknown'] as const;
type Kind = (typeof kinds)[number];

interface Times {
  /** Of the asking itself, in milliseconds. */
  readonly asking: number[];
  /** Of the page that is asked for right afterwards, while the message may be handled. */
  readonly after: number[];
}

/** Each of so many people has one address, so that no limit tells them apart. */
async function seed(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const organisation = uuidv7();
    await client.query(
      `INSERT INTO organisations (id, name, name_key, category, kind, status, purchase_order_required, version, created_at, changed_at)
       VALUES ($1, 'Asked Council', 'asked council', 'full', 'council', 'member', false, 1, now(), now())`,
      [organisation],
    );
    await client.query('INSERT INTO organisation_domains (domain, organisation_id) VALUES ($1, $2)', [
      'newcomer.example',
      organisation,
    ]);
    await client.query(
      `WITH people AS (
         INSERT INTO people (id, name, version, created_at, changed_at)
         SELECT gen_random_uuid(), 'Person ' || n, 1, now(), now() FROM generate_series(1, $1::int) n RETURNING id, name)
       INSERT INTO emails (address, person_id, verified_at, is_primary)
       SELECT lower(replace(name, 'Person ', 'person-')) || '@known.example', id, now(), true FROM people`,
      [times],
    );
  } finally {
    await client.end();
  }
}

async function timed(url: string, init: RequestInit, status: number): Promise<number> {
  const start = performance.now();
  const response = await fetch(url, { redirect: 'manual', ...init });
  await response.arrayBuffer();
  const took = performance.now() - start;
  if (response.status !== status) throw new Error(`${url}: ${response.status}`);
  return took;
}

/** Asks for one address from a network of its own, then for a page. */
async function ask(system: System, kind: Kind, number: number, results: Times): Promise<void> {
  const url = system.urls['members'] ?? '';
  const network = `10.${Math.floor(number / 250)}.${number % 250}.${kinds.indexOf(kind)}`;
  const body = new URLSearchParams({ address: `person-${number}@${kind}.example` });
  const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': network };
  results.asking.push(await timed(`${url}/members/sign-in`, { method: 'POST', body, headers }, 303));
  results.after.push(await timed(`${url}/members/sign-in`, {}, 200));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A number that looks random and is the same in each run (xorshift), so that no kind always follows another. */
function shuffler(): () => number {
  let state = 88_172_645;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * Whether the time that asking for a link takes tells a known address from an unknown one. Asked directly, without the shell
 * and a network between, which would only hide a difference.
 */
export async function benchAsking(system: System): Promise<void> {
  await seed(system.databaseUrl('members'));
  const random = shuffler();
  const order = kinds
    .flatMap((kind) =>
      Array.from({ length: times }, (_, index) => ({ kind, number: index + 1, at: random() })),
    )
    .toSorted((a, b) => a.at - b.at);
  const results: Record<Kind, Times> = {
    known: { asking: [], after: [] },
    newcomer: { asking: [], after: [] },
    unknown: { asking: [], after: [] },
  };
  for (const { kind, number } of order) await ask(system, kind, number, results[kind]);
  console.table(
    kinds.map((kind) => ({
      address: kind,
      asks: results[kind].asking.length,
      'median, ms': median(results[kind].asking).toFixed(2),
      'a page right afterwards, ms': median(results[kind].after).toFixed(2),
    })),
  );
  for (const [words, of] of [
    ['asking', (kind: Kind) => results[kind].asking],
    ['a page right afterwards', (kind: Kind) => results[kind].after],
  ] as const) {
    const medians = kinds.map((kind) => median(of(kind)));
    const [least, most] = [Math.min(...medians), Math.max(...medians)];
    const apart = (most - least) / most;
    console.log(
      `${words}: known and unknown addresses are ${Math.round(apart * 100)} % apart, wanted ≤ ${wanted * 100} %: ${apart <= wanted ? 'yes' : 'NO'}`,
    );
  }
}
