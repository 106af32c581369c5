import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { until } from '../../until.js';
import { startItineraries, type ItineraryStage } from '../itinerary/itinerary-stage.js';
import type { StagedVisit } from '../stage.js';

interface Making {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly done: number;
}

/** The files of a ZIP archive, by what stands at its end alone, and checked against it. */
function filesOf(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const [crc, packed, length] = [at + 16, at + 20, at + 28].map((place, which) =>
      which === 2 ? archive.readUInt16LE(place) : archive.readUInt32LE(place),
    ) as [number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const name = archive.subarray(at + 46, at + 46 + length).toString();
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = inflateRawSync(archive.subarray(from, from + packed));
    expect({ name, crc: crc32(bytes) }).toEqual({ name, crc });
    files.set(name, bytes);
    at += 46 + length;
  }
  return files;
}

describe('everybody’s papers', () => {
  let stage: ItineraryStage;

  beforeAll(async () => {
    stage = await startItineraries();
  });
  afterAll(async () => stage?.stop());

  /** A visit with a lunch that is published, on which so many travel. */
  const staged = async (names: readonly string[]) => {
    const visit = await stage.visit({ title: 'Emilia-Romagna' });
    for (const name of names) await stage.traveller(visit, { name });
    await stage.add(visit.id);
    await stage.publish(visit.id, 1);
    return visit;
  };
  const many = (count: number) => Array.from({ length: count }, (_, index) => `Traveller ${index + 1}`);

  const making = async ({ id }: StagedVisit, makingId: string) =>
    (await stage.api<Making>('GET', `/visits/${id}/paper-makings/${makingId}`, stage.staff)).body;
  const make = async ({ id }: StagedVisit) =>
    stage.api<Making & { readonly code: string }>('POST', `/visits/${id}/paper-makings`, stage.staff, {});
  const isOver = async (visit: StagedVisit, id: string) => {
    await until(async () => !['waiting', 'running'].includes((await making(visit, id)).status));
    return making(visit, id);
  };
  const archive = async ({ id }: StagedVisit, makingId: string) => {
    const path = `/api/v1/study-visits/visits/${id}/paper-makings/${makingId}/papers.zip`;
    const answer = await fetch(stage.url + path, { headers: stage.staff });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('are made in the background, each traveller’s own, and taken out in one archive', async () => {
    const visit = await staged(['Ada Example', 'Bo / “Sample”', 'Ĉiu']);
    const asked = await make(visit);
    expect(asked).toMatchObject({ status: 201, body: { total: 3 } });
    expect(await isOver(visit, asked.body.id)).toMatchObject({ status: 'done', done: 3, total: 3 });
    const { status, bytes } = await archive(visit, asked.body.id);
    expect(status).toBe(200);
    const files = filesOf(bytes);
    expect([...files.keys()]).toEqual([
      'Programmes/001 Ada Example.pdf',
      'Emergency cards/001 Ada Example.pdf',
      'Programmes/002 Bo - “Sample”.pdf',
      'Emergency cards/002 Bo - “Sample”.pdf',
      'Programmes/003 Ĉiu.pdf',
      'Emergency cards/003 Ĉiu.pdf',
    ]);
    const { title, isMarked } = await readPdf(files.get('Programmes/001 Ada Example.pdf') ?? Buffer.alloc(0));
    expect({ title, isMarked }).toEqual({ title: 'Programme for Ada Example', isMarked: true });
    // Another program reads it, too.
    const folder = mkdtempSync(join(tmpdir(), 'papers-'));
    try {
      writeFileSync(join(folder, 'papers.zip'), bytes);
      execFileSync('python3', ['-m', 'zipfile', '-e', 'papers.zip', 'out'], { cwd: folder });
      expect(readdirSync(join(folder, 'out', 'Programmes'))).toHaveLength(3);
      const card = readFileSync(join(folder, 'out', 'Emergency cards', '001 Ada Example.pdf'));
      expect(card.equals(files.get('Emergency cards/001 Ada Example.pdf') ?? Buffer.alloc(0))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
    // They are versions that travellers have, too.
    const { text } = await stage.page(`${visit.manage}/papers`, stage.staffPages);
    expect(text.match(/Version 1 of/g)).toHaveLength(6);
  });

  it('are made once however often it is pressed; those made before go with the next', async () => {
    const visit = await staged(many(2));
    const press = async () => stage.send(`${visit.manage}/papers/making`, {});
    const [one, other] = await Promise.all([press(), press()]);
    expect([one.status, other.status]).toEqual([303, 303]);
    const rows = await stage.query<{ id: string }>('SELECT id FROM paper_makings WHERE visit_id = $1', [
      visit.id,
    ]);
    const first = rows[0]?.id ?? '';
    await isOver(visit, first);
    const second = await make(visit);
    await isOver(visit, second.body.id);
    expect((await archive(visit, first)).status).toBe(409);
    expect((await archive(visit, second.body.id)).status).toBe(200);
    const kept = await stage.query<{ number: number }>(
      `SELECT max(number) AS number FROM papers WHERE visit_id = $1`,
      [visit.id],
    );
    expect(kept).toEqual([{ number: 1 }]);
  });

  it('go on where they were when the service is killed in between', async () => {
    const visit = await staged(many(70));
    const { body } = await make(visit);
    await until(async () => (await making(visit, body.id)).done >= 20);
    const before = await making(visit, body.id);
    await stage.system.kill('study-visits');
    const kept = await stage.query<{ traveller: string; position: number; crc: string }>(
      'SELECT traveller_id AS traveller, position, crc FROM paper_files WHERE making_id = $1',
      [body.id],
    );
    expect(kept.length).toBeGreaterThanOrEqual(2 * before.done);
    await stage.system.restart('study-visits');
    expect(await isOver(visit, body.id)).toMatchObject({ status: 'done', done: 70 });
    const after = await stage.query<{ traveller: string; position: number; crc: string }>(
      'SELECT traveller_id AS traveller, position, crc FROM paper_files WHERE making_id = $1',
      [body.id],
    );
    expect(after).toHaveLength(140);
    expect(after).toEqual(expect.arrayContaining(kept));
    expect(filesOf((await archive(visit, body.id)).bytes).size).toBe(140);
  });

  it('stop when somebody stops them, and are not begun where nobody travels', async () => {
    const visit = await staged(many(60));
    const { body } = await make(visit);
    expect(await make(visit)).toMatchObject({ status: 409, body: { code: 'already-making' } });
    const stop = async () => stage.send(`${visit.manage}/papers/making/cancel`, { making: body.id });
    expect((await stop()).status).toBe(303);
    expect(await isOver(visit, body.id)).toMatchObject({ status: 'cancelled' });
    expect((await archive(visit, body.id)).status).toBe(409);
    const empty = await stage.visit();
    expect(await make(empty)).toMatchObject({ status: 409, body: { code: 'nobody' } });
    const pressed = await stage.send(`${empty.manage}/papers/making`, {});
    expect(pressed.location).toBe(`${empty.manage}/papers`);
    const { text } = await stage.page(`${empty.manage}/papers`, stage.staffPages);
    expect(text).toContain('No travellers yet');
    expect(text).not.toContain('Make everybody’s papers');
  });

  it('say on everybody’s card what staff say, and not over what somebody else said meanwhile', async () => {
    const visit = await staged(['Ada']);
    const path = `/visits/${visit.id}/emergency-card`;
    const before = await stage.api<{ version: number }>('GET', path, stage.staff);
    expect(before.body).toEqual({ ifLost: '', more: '', version: 1 });
    const put = async (version: number, ifLost: string) =>
      stage.api('PUT', path, { ...stage.staff, 'if-match': `"${version}"` }, { ifLost, more: '' });
    expect(await put(1, 'By the fountain')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await put(1, 'By the station')).toMatchObject({ status: 412 });
    expect(await put(2, 'x'.repeat(301))).toMatchObject({ status: 422 });
    const form = `${visit.manage}/papers/emergency-card`;
    const late = await stage.send(form, { version: '0', ifLost: 'By the station', more: '' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('By the fountain');
    expect(late.text).toContain('By the station');
    expect((await stage.send(form, { version: '1', ifLost: 'By the station', more: '' })).status).toBe(303);
    // The same once more.
    expect((await stage.send(form, { version: '1', ifLost: 'By the station', more: '' })).status).toBe(303);
    const { body } = await stage.api<{ items: readonly { travellerId: string }[] }>(
      'GET',
      `/visits/${visit.id}/papers`,
      stage.staff,
    );
    const id = body.items[0]?.travellerId ?? '';
    const card = await stage.api<{ paper: { sections: readonly { title: string }[] } }>(
      'GET',
      `/visits/${visit.id}/papers/${id}/emergency-card`,
      stage.staff,
    );
    expect(JSON.stringify(card.body)).toContain('By the station');
    const other = await stage.visit();
    const elsewhere = `/visits/${other.id}/papers/${id}/emergency-card`;
    expect(await stage.api('GET', elsewhere, stage.staff)).toMatchObject({ status: 404 });
  });
});
