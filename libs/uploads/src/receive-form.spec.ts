import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { receiveForm } from './receive-form.js';

const megabyte = 1024 * 1024;
let fastify: FastifyInstance;
let address: string;
/** The most memory that was taken outside of the heap while a form was read, in bytes. */
let mostTaken = 0;

beforeAll(async () => {
  fastify = Fastify();
  await fastify.register(multipart, {
    limits: { fileSize: 10 * megabyte, files: 1, fields: 20, fieldSize: 1000 },
  });
  fastify.setErrorHandler((error, _request, reply) =>
    error instanceof Problem
      ? reply.status(error.status).send({ code: error.code })
      : reply.status(500).send({ code: String(error) }),
  );
  fastify.post('/', (request) => read(request));
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(fastify.server.address() as AddressInfo).port}/`;
});

async function read(request: FastifyRequest) {
  const before = process.memoryUsage().arrayBuffers;
  request.raw.on('data', () => {
    mostTaken = Math.max(mostTaken, process.memoryUsage().arrayBuffers - before);
  });
  const { values, files } = await receiveForm(request, { mostBytes: 5 * megabyte, mostFiles: 3 });
  return {
    values,
    files: [...files].map(([field, { name, bytes, isTooLarge }]) => ({
      field,
      name,
      length: bytes.length,
      isTooLarge,
    })),
  };
}

afterAll(() => fastify.close());

async function send(form: FormData | string) {
  const response = await fetch(address, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as unknown };
}

const file = (length: number, name: string) => new File([new Uint8Array(length)], name);

describe('a form with files', () => {
  it('is read whole: answers, those given more than once, and each file', async () => {
    const form = new FormData();
    form.append('name', 'Siân\r\nJones');
    form.append('days', 'Tuesday');
    form.append('letter', file(3, 'Llythyr ŵ.pdf'));
    form.append('days', 'Wednesday');
    form.append('photo', file(0, ''));
    form.append('empty', file(0, 'empty.pdf'));
    expect(await send(form)).toEqual({
      status: 200,
      body: {
        values: { name: 'Siân\nJones', days: ['Tuesday', 'Wednesday'] },
        files: [
          { field: 'letter', name: 'Llythyr ŵ.pdf', length: 3, isTooLarge: false },
          { field: 'empty', name: 'empty.pdf', length: 0, isTooLarge: false },
        ],
      },
    });
  });

  it('may hold a file as large as the limit, and one that is larger costs no other answer', async () => {
    const form = new FormData();
    form.append('small', file(5 * megabyte, 'small.pdf'));
    form.append('large', file(5 * megabyte + 1, 'large.pdf'));
    form.append('name', 'Siân');
    expect(await send(form)).toEqual({
      status: 200,
      body: {
        values: { name: 'Siân' },
        files: [
          { field: 'small', name: 'small.pdf', length: 5 * megabyte, isTooLarge: false },
          { field: 'large', name: 'large.pdf', length: 0, isTooLarge: true },
        ],
      },
    });
  });

  it.each([
    ['files', () => [1, 2, 3, 4].map((n): [string, File] => [`f${n}`, file(10, 'a.pdf')])],
    ['answers', () => Array.from({ length: 21 }, (_, n): [string, string] => [`a${n}`, 'x'])],
    ['words', () => [['a', 'x'.repeat(1001)] as [string, string]]],
  ])('is refused where there are too many %s', async (_what, parts) => {
    const form = new FormData();
    for (const [name, value] of parts()) form.append(name, value);
    expect(await send(form)).toEqual({ status: 413, body: { code: 'too-large' } });
  });

  it.each([
    ['a boundary', 'multipart/form-data', 'x'],
    ['an end', 'multipart/form-data; boundary=x', '--x\r\n'],
    [
      'the end of a part',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ],
    ['a header', 'multipart/form-data; boundary=x', '--x\r\n\0\r\n\r\nb\r\n--x--'],
  ])('is never a fault of ours where it lacks %s', async (_what, type, body) => {
    const response = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBeLessThan(500);
  });

  it('is asked for where something else comes', async () => {
    expect(await send('{}')).toEqual({ status: 415, body: { code: 'unsupported-media-type' } });
  });
});

it('a file far too large is never in memory: it is thrown away as it comes', async () => {
  mostTaken = 0;
  const boundary = 'b';
  const head = (name: string, fileName: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName}\r\n\r\n`;
  const sent = httpRequest(address, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  const answered = new Promise<string>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () => resolve(text));
    });
  });
  sent.write(head('letter', '; filename="large.pdf"'));
  const piece = Buffer.alloc(64 * 1024);
  for (let n = 0; n < 16 * 200; n += 1)
    if (!sent.write(piece)) await new Promise((resolve) => sent.once('drain', resolve));
  sent.end(`\r\n${head('name', '')}Siân\r\n--${boundary}--\r\n`);
  expect(JSON.parse(await answered)).toEqual({
    values: { name: 'Siân' },
    files: [{ field: 'letter', name: 'large.pdf', length: 0, isTooLarge: true }],
  });
  expect(mostTaken).toBeLessThan(100 * megabyte);
});
