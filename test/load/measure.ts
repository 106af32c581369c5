import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedAnswer } from './bare-server.ts';

/** How hard and how long one measurement asks. Bounded, and on this machine only. */
const load = { connections: 16, seconds: Number(process.env['BENCH_SECONDS'] ?? 2) };

/** Each server is asked in turn so many times and the middle taken, as other work on the machine comes and goes. */
export const rounds = 3;

export interface Rate {
  /** Requests answered per second. */
  readonly perSecond: number;
  /** The server's processor time per request, in microseconds; `null` where the system does not tell. */
  readonly cpuMicroseconds: number | null;
}

/** User and system time of a process so far, in microseconds (Linux: hundredths of a second). */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return null;
  }
}

/** Asks for one address as fast as it is answered; the asking is done by a process of its own. */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  pid: number,
): Promise<Rate> {
  const before = cpuOf(pid);
  const child = fork(fileURLToPath(new URL('./ask.ts', import.meta.url)), [], { execArgv: [] });
  const result = await new Promise<{ requests: number; seconds: number; unexpected: number }>(
    (resolve, reject) => {
      child.once('error', reject);
      child.once('message', (message) =>
        resolve(message as { requests: number; seconds: number; unexpected: number }),
      );
      child.send({ url, headers, ...load });
    },
  );
  child.disconnect();
  const after = cpuOf(pid);
  if (result.unexpected > 0) throw new Error(`${url}: ${result.unexpected} answers were neither 200 nor 304`);
  return {
    perSecond: result.requests / result.seconds,
    cpuMicroseconds: before === null || after === null ? null : (after - before) / result.requests,
  };
}

async function record(url: string, headers: Readonly<Record<string, string>>): Promise<RecordedAnswer> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const kept = Object.entries(response.headers).filter(
          ([name]) => !['connection', 'keep-alive', 'date', 'transfer-encoding'].includes(name),
        );
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks).toString('base64'),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

async function startBare(answer: RecordedAnswer) {
  const file = join(tmpdir(), `bench-answer-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(answer));
  const child = fork(fileURLToPath(new URL('./bare-server.ts', import.meta.url)), [file], { execArgv: [] });
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message) => resolve(Number(message)));
  });
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, stop: () => child.disconnect() };
}

export interface Target {
  readonly name: string;
  readonly path: string;
  /** Ask with the ETag of the current answer. */
  readonly conditional: boolean;
}

export interface Comparison {
  readonly bytes: number;
  readonly bare: Rate;
  readonly service: Rate;
  readonly shell: Rate;
}

/** The one that as many are above as below. */
export function middle(rates: readonly Rate[]): Rate {
  const sorted = rates.toSorted((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: 0, cpuMicroseconds: null };
}

/** One target at a bare server, at the service and through the shell, one after the other, several times over. */
export async function compare(
  target: Target,
  service: { url: string; pid: number },
  shell: { url: string; pid: number },
): Promise<Comparison> {
  let headers: Record<string, string> = { 'accept-encoding': 'gzip' };
  const first = await record(service.url + target.path, headers);
  if (target.conditional) headers = { ...headers, 'if-none-match': first.headers['etag'] ?? '' };
  const answer = target.conditional ? await record(service.url + target.path, headers) : first;
  if (answer.status !== (target.conditional ? 304 : 200)) throw new Error(`${target.path}: ${answer.status}`);
  const bare = await startBare(answer);
  try {
    const rates: Record<'bare' | 'service' | 'shell', Rate[]> = { bare: [], service: [], shell: [] };
    for (let round = 0; round < rounds; round += 1) {
      rates.bare.push(await ask(bare.url, headers, bare.pid));
      rates.service.push(await ask(service.url + target.path, headers, service.pid));
      rates.shell.push(await ask(shell.url + target.path, headers, shell.pid));
    }
    return {
      bytes: Buffer.from(answer.body, 'base64').length,
      bare: middle(rates.bare),
      service: middle(rates.service),
      shell: middle(rates.shell),
    };
  } finally {
    bare.stop();
  }
}
