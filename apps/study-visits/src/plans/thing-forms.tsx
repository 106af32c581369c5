import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  submittedValues,
  type Form,
  type SubmittedValues,
} from '#ui';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { VisitForms, isProblem } from '../visits/pages/visit-forms.js';
import { thingPath } from './addresses.js';
import type { PlannedThing, ThingKind } from './thing-kind.js';

/** One request of a browser about a thing of a visit. */
export interface ThingRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visitId: string;
}

/** The pages on which a thing of a visit's plan is added, changed and deleted. */
@Injectable()
export class ThingForms {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly runOnce: RunOnce,
  ) {}

  /** @param filled what is in the controls already: of the thing that is copied */
  async showNew<Thing, Input>(
    kind: ThingKind<Thing, Input>,
    asked: ThingRequest,
    filled: SubmittedValues = {},
  ) {
    const visit = await this.visits.byId(asked.visitId);
    return this.askNew(kind, asked, visit, form(filled), randomUUID());
  }

  async saveNew<Thing extends PlannedThing, Input>(kind: ThingKind<Thing, Input>, asked: ThingRequest) {
    const { request, reply, visitId } = asked;
    const sent = submittedValues(request.body);
    const values = pickFields(sent, kind.names);
    const token = readToken(sent);
    const actor = actorOf(request);
    const visit = await this.visits.byId(visitId);
    try {
      await this.runOnce.run(actor, token, { ...values, visitId }, async (manager) => {
        const thing = await kind.add(manager, actor, visitId, kind.read(values));
        return thing.id;
      });
      return this.forms.done(reply, visitId, kind.part, `The ${kind.what} is added.`);
    } catch (error) {
      return this.askNew(kind, asked, visit, form(values, refusedFields(error, kind.names)), token);
    }
  }

  async showEdit<Thing extends PlannedThing, Input>(
    kind: ThingKind<Thing, Input>,
    asked: ThingRequest,
    id: string,
  ) {
    const visit = await this.visits.byId(asked.visitId);
    const thing = await kind.one({ visitId: visit.id, id });
    return this.askEdit(kind, asked, { visit, thing, values: kind.fill(thing) });
  }

  async saveEdit<Thing extends PlannedThing, Input>(
    kind: ThingKind<Thing, Input>,
    asked: ThingRequest,
    id: string,
  ) {
    const { request, reply, visitId } = asked;
    const sent = submittedValues(request.body);
    const values = pickFields(sent, kind.names);
    const version = readVersion(sent) ?? 0;
    const input = kind.read(values);
    const saved = () => this.forms.done(reply, visitId, kind.part, `The ${kind.what} is saved.`);
    try {
      await kind.edit(actorOf(request), { visitId, id, version }, input);
      return saved();
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const visit = await this.visits.byId(visitId);
      const thing = await kind.one({ visitId, id });
      if (isProblem(error, 409)) {
        // Saved by a first press of the same button.
        if (kind.saysAlready(thing, input)) return saved();
        const problem = {
          field: '',
          message: `${error.detail} What you wrote is below; saving replaces it.`,
        };
        return this.askEdit(kind, asked, { visit, thing, values, errors: [problem], status: 409 });
      }
      const errors = refusedFields(error, kind.names);
      return this.askEdit(kind, asked, {
        visit,
        thing: { ...thing, version },
        values,
        errors,
        status: 422,
      });
    }
  }

  async showDelete<Thing extends PlannedThing, Input>(
    kind: ThingKind<Thing, Input>,
    asked: ThingRequest,
    id: string,
  ) {
    const { request, reply } = asked;
    const visit = await this.visits.byId(asked.visitId);
    const thing = await kind.one({ visitId: visit.id, id });
    return this.forms.send(request, reply, {
      visit,
      heading: `Delete “${kind.title(thing)}”?`,
      part: `${kind.part}/${id}/delete`,
      backPart: kind.part,
      form: form(),
      saveLabel: `Delete the ${kind.what}`,
      isWarning: true,
      cancelLabel: 'Keep it',
      children: <p class="govuk-body">It cannot be brought back. The history keeps what it said.</p>,
    });
  }

  async remove<Thing extends PlannedThing, Input>(
    kind: ThingKind<Thing, Input>,
    { request, reply, visitId }: ThingRequest,
    id: string,
  ) {
    try {
      const thing = await kind.remove(actorOf(request), { visitId, id, version: null });
      return await this.forms.done(reply, visitId, kind.part, `“${kind.title(thing)}” is deleted.`);
    } catch (error) {
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      await this.visits.byId(visitId);
      const text = `There is no such ${kind.what} any more: it is deleted already.`;
      return this.forms.undone(reply, visitId, kind.part, text);
    }
  }

  private async askNew<Thing, Input>(
    kind: ThingKind<Thing, Input>,
    { request, reply }: ThingRequest,
    visit: Visit,
    shown: Form,
    token: string,
  ) {
    const page = {
      visit,
      heading: `Add ${/^[aeiou]/.test(kind.what) ? 'an' : 'a'} ${kind.what}`,
      part: `${kind.part}/new`,
      backPart: kind.part,
      form: shown,
      hidden: { once: token },
      saveLabel: `Add the ${kind.what}`,
      children: await kind.fields(shown),
    };
    return this.forms.send(request, reply, page, shown.errors.length > 0 ? 422 : 200);
  }

  private async askEdit<Thing extends PlannedThing, Input>(
    kind: ThingKind<Thing, Input>,
    { request, reply }: ThingRequest,
    { visit, thing, values, errors = [], status = 200 }: EditShown<Thing>,
  ) {
    const shown = form(values, errors);
    const remove = thingPath(visit.id, kind.part, thing.id, 'delete');
    const page = {
      visit,
      heading: `Change the ${kind.what}`,
      part: `${kind.part}/${thing.id}/edit`,
      backPart: kind.part,
      form: shown,
      hidden: { version: String(thing.version) },
      saveLabel: `Save the ${kind.what}`,
      children: (
        <>
          {await kind.fields(shown)}
          {(kind.mayDelete?.(thing) ?? true) && (
            <p class="govuk-body">
              <a class="govuk-link" href={remove}>
                Delete it
              </a>
            </p>
          )}
        </>
      ),
    };
    return this.forms.send(request, reply, page, status);
  }
}

interface EditShown<Thing> {
  readonly visit: Visit;
  /** With the version that saving would replace. */
  readonly thing: Thing;
  readonly values: SubmittedValues;
  readonly errors?: Form['errors'];
  readonly status?: number;
}
