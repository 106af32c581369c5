import type { EditOutcome, EventOutput } from '../../../apps/events-calendar/src/api/schemas/event.schema.js';
import type { OccurrenceOutput } from '../../../apps/events-calendar/src/api/schemas/lists.schema.js';
import {
  fieldsOf,
  newEvent,
  staffProgram,
  startApi,
  type ApiUnderTest,
  type SentProblem,
} from './api-client.js';

describe('changing an event through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  describe('an edit', () => {
    const put = (ref: string, body: object, tag: string | null, query = '') =>
      api.ask<EditOutcome & SentProblem>('PUT', `/events/${ref}${query}`, {
        as: staffProgram,
        json: body,
        headers: tag === null ? {} : { 'if-match': tag },
      });

    it('needs the version, and is refused with an old one', async () => {
      const { ref } = await api.make({ title: 'Edited' });
      const body = { ...newEvent, title: 'Edited well' };
      const missing = await put(ref, body, null);
      expect([missing.status, missing.body.code]).toEqual([428, 'version-missing']);
      expect((await put(ref, body, '*')).status).toBe(428);
      expect((await put(ref, body, 'W/"2"')).status).toBe(412);
      const stale = await put(ref, body, '"1"');
      expect([stale.status, stale.body.code]).toEqual([412, 'edited-meanwhile']);
      const edited = await put(ref, body, '"2"');
      expect(edited.status).toBe(200);
      expect(edited.headers.get('etag')).toBe('"3"');
      expect(edited.body).toMatchObject({ event: { title: 'Edited well', version: 3, ref }, later: null });
    });

    it('lets one of two at once through', async () => {
      const { ref } = await api.make({ title: 'Raced' });
      const answers = await Promise.all(['A', 'B'].map((title) => put(ref, { ...newEvent, title }, '"2"')));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    });

    it('changes one date, or one and all later ones, of an event that repeats', async () => {
      const recurrence = { rule: 'FREQ=WEEKLY;COUNT=4' };
      const { ref } = await api.make({ title: 'Weekly', recurrence });
      const moved = { start: '2027-06-09T10:00', end: '2027-06-09T11:00', zone: 'Europe/London' };
      const one = await put(
        ref,
        { ...newEvent, title: 'Moved', when: moved },
        '"2"',
        '?scope=this&on=2027-06-08T14:00',
      );
      expect(one.status).toBe(200);
      expect(one.body.event.recurrence?.exceptions).toMatchObject([
        { original: '2027-06-08T14:00', change: { title: 'Moved', when: { start: '2027-06-09T10:00' } } },
      ]);
      const when = { start: '2027-06-15T09:00', end: '2027-06-15T10:00', zone: 'Europe/London' };
      const later = await put(
        ref,
        { ...newEvent, title: 'Weekly', when, recurrence: { rule: 'FREQ=WEEKLY;COUNT=2' } },
        '"3"',
        '?scope=later&on=2027-06-15T14:00',
      );
      expect(later.status).toBe(200);
      expect(later.body.later).toMatchObject({ when: { start: '2027-06-15T09:00' }, status: 'published' });
      const days = await api.ask<{ items: { when: { start: string } }[] }>(
        'GET',
        `/events/${ref}/occurrences`,
      );
      expect(days.body.items.map((item) => item.when.start)).toEqual([
        '2027-06-01T14:00',
        '2027-06-09T10:00',
      ]);
    });

    it('cannot set what is special about single dates, nor anything else that is not its own', async () => {
      const { ref } = await api.make({ title: 'Whole' });
      const recurrence = { rule: 'FREQ=WEEKLY;COUNT=2', exceptions: [] };
      const answer = await put(ref, { ...newEvent, recurrence, version: 9 }, '"2"');
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer.body)).toEqual(['recurrence.exceptions unknown-field', 'version unknown-field']);
    });

    it('says which parameter it cannot read', async () => {
      const { ref } = await api.make({ title: 'Asked wrongly' });
      const answer = await put(ref, newEvent, '"2"', '?scope=some');
      expect([answer.status, fieldsOf(answer.body)]).toEqual([400, ['scope unknown-choice']]);
    });

    it('of what is not there is 404', async () => {
      expect((await put('2027-nothing', newEvent, '"1"')).status).toBe(404);
      expect((await put('%00', newEvent, '"1"')).status).toBe(404);
    });
  });

  describe('a step', () => {
    const step = (ref: string, body: object, tag?: string) =>
      api.ask<EventOutput & SentProblem>('POST', `/events/${ref}/status`, {
        as: staffProgram,
        json: body,
        headers: tag === undefined ? {} : { 'if-match': tag },
      });

    it('follows the event’s own rules', async () => {
      const { ref } = await api.make({ title: 'Stepped' });
      const next = await api.make({ title: 'Stepped again' });
      expect((await step(ref, { status: 'cancelled' })).status).toBe(428);
      const noReason = await step(ref, { status: 'cancelled' }, '"2"');
      expect([noReason.status, fieldsOf(noReason.body)]).toEqual([422, ['reason reason-missing']]);
      const unknown = await step(
        ref,
        { status: 'cancelled', reason: 'Snow', replacedBy: '2027-nothing' },
        '"2"',
      );
      expect(fieldsOf(unknown.body)).toEqual(['replacedBy no-such-event']);
      const odd = await step(ref, { status: 'cancelled', reason: 'Snow', replacedBy: 'a\u0000' }, '"2"');
      expect(fieldsOf(odd.body)).toEqual(['replacedBy not-accepted']);
      const body = { status: 'cancelled', reason: 'Snow', replacedBy: next.ref };
      const cancelled = await step(ref, body, '"2"');
      expect(cancelled.body).toMatchObject({
        status: 'cancelled',
        statusReason: 'Snow',
        replacedBy: next.ref,
      });
      expect(cancelled.headers.get('etag')).toBe('"3"');
      const draft = await step(ref, { status: 'draft' }, '"3"');
      expect(fieldsOf(draft.body)).toEqual(['status move-not-allowed']);
      expect((await step(ref, body, '"2"')).status).toBe(412);
    });

    it('calls one date of an event that repeats off, and lets it take place after all', async () => {
      const { ref } = await api.make({ title: 'One is off', recurrence: { rule: 'FREQ=WEEKLY;COUNT=2' } });
      const change = (original: string, body: object, tag: string) =>
        api.ask<EventOutput & SentProblem>('POST', `/events/${ref}/occurrences/${original}/status`, {
          as: staffProgram,
          json: body,
          headers: { 'if-match': tag },
        });
      const second = async () => {
        const dates = await api.ask<{ items: OccurrenceOutput[] }>('GET', `/events/${ref}/occurrences`);
        return [dates.body.items[1]?.status, dates.body.items[1]?.statusReason];
      };
      expect((await change('2027-06-08T14:00', { status: 'cancelled' }, '"2"')).status).toBe(422);
      expect((await change('2027-06-09T14:00', { status: 'cancelled', reason: 'Snow' }, '"2"')).status).toBe(
        422,
      );
      expect((await change('2027-06-08T14:00', { status: 'cancelled', reason: 'Snow' }, '"1"')).status).toBe(
        412,
      );
      const off = await change('2027-06-08T14:00', { status: 'cancelled', reason: 'Snow' }, '"2"');
      expect([off.status, off.headers.get('etag')]).toEqual([200, '"3"']);
      await expect(second()).resolves.toEqual(['cancelled', 'Snow']);
      expect((await change('2027-06-08T14:00', { status: 'published' }, '"3"')).status).toBe(200);
      await expect(second()).resolves.toEqual(['published', null]);
    });

    it('makes a draft like another', async () => {
      const { ref } = await api.make({ title: 'Twice' });
      const copy = await api.ask<EventOutput>('POST', `/events/${ref}/duplicate`, { as: staffProgram });
      expect(copy.status).toBe(201);
      expect(copy.headers.get('location')).toBe('/api/v1/events-calendar/events/2027-twice-2');
      expect(copy.body).toMatchObject({ ref: '2027-twice-2', title: 'Twice', status: 'draft', version: 1 });
    });

    it('deletes a draft and nothing else', async () => {
      const draft = await api.make({ title: 'Deleted' }, 'draft');
      const published = await api.make({ title: 'Kept' });
      const remove = (ref: string) => api.ask<SentProblem>('DELETE', `/events/${ref}`, { as: staffProgram });
      expect((await remove(draft.ref)).status).toBe(204);
      expect((await remove(draft.ref)).status).toBe(404);
      const refused = await remove(published.ref);
      expect([refused.status, fieldsOf(refused.body)]).toEqual([422, ['status not-deletable']]);
    });
  });
});
