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
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionForms, isProblem } from '../../exhibitions/pages/exhibition-forms.js';
import { thingPath } from '../addresses.js';
import type { PlannedThing, ThingKind } from './thing-kind.js';

/** One request of a browser about a thing of an exhibition. */
export interface ThingRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly exhibitionId: string;
}

/** The pages on which a thing of an exhibition's plan is added, changed and deleted. */
@Injectable()
export class ThingForms {
  constructor(
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly runOnce: RunOnce,
  ) {}

  async showNew<Thing, Input>(kind: ThingKind<Thing, Input>, asked: ThingRequest) {
    const exhibition = await this.exhibitions.byId(asked.exhibitionId);
    return this.askNew(kind, asked, exhibition, form(), randomUUID());
  }

  async saveNew<Thing extends PlannedThing, Input>(kind: ThingKind<Thing, Input>, asked: ThingRequest) {
    const { request, reply, exhibitionId } = asked;
    const sent = submittedValues(request.body);
    const values = pickFields(sent, kind.names);
    const token = readToken(sent);
    const actor = actorOf(request);
    const exhibition = await this.exhibitions.byId(exhibitionId);
    try {
      await this.runOnce.run(actor, token, { ...values, exhibitionId }, async (manager) => {
        const thing = await kind.add(manager, actor, exhibitionId, kind.read(values));
        return thing.id;
      });
      return this.forms.done(reply, exhibitionId, kind.part, `The ${kind.what} is added.`);
    } catch (error) {
      return this.askNew(kind, asked, exhibition, form(values, refusedFields(error, kind.names)), token);
    }
  }

  async showEdit<Thing extends PlannedThing, Input>(
    kind: ThingKind<Thing, Input>,
    asked: ThingRequest,
    id: string,
  ) {
    const exhibition = await this.exhibitions.byId(asked.exhibitionId);
    const thing = await kind.one({ exhibitionId: exhibition.id, id });
    return this.askEdit(kind, asked, { exhibition, thing, values: kind.fill(thing) });
  }

  async saveEdit<Thing extends PlannedThing, Input>(
    kind: ThingKind<Thing, Input>,
    asked: ThingRequest,
    id: string,
  ) {
    const { request, reply, exhibitionId } = asked;
    const sent = submittedValues(request.body);
    const values = pickFields(sent, kind.names);
    const version = readVersion(sent) ?? 0;
    const input = kind.read(values);
    const saved = () => this.forms.done(reply, exhibitionId, kind.part, `The ${kind.what} is saved.`);
    try {
      await kind.edit(actorOf(request), { exhibitionId, id, version }, input);
      return saved();
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const exhibition = await this.exhibitions.byId(exhibitionId);
      const thing = await kind.one({ exhibitionId, id });
      if (isProblem(error, 409)) {
        // Saved by a first press of the same button.
        if (kind.saysAlready(thing, input)) return saved();
        const problem = {
          field: '',
          message: `${error.detail} What you wrote is below; saving replaces it.`,
        };
        return this.askEdit(kind, asked, { exhibition, thing, values, errors: [problem], status: 409 });
      }
      const errors = refusedFields(error, kind.names);
      return this.askEdit(kind, asked, {
        exhibition,
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
    const exhibition = await this.exhibitions.byId(asked.exhibitionId);
    const thing = await kind.one({ exhibitionId: exhibition.id, id });
    return this.forms.send(request, reply, {
      exhibition,
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
    { request, reply, exhibitionId }: ThingRequest,
    id: string,
  ) {
    try {
      const thing = await kind.remove(actorOf(request), { exhibitionId, id, version: null });
      return await this.forms.done(reply, exhibitionId, kind.part, `“${kind.title(thing)}” is deleted.`);
    } catch (error) {
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      await this.exhibitions.byId(exhibitionId);
      const text = `There is no such ${kind.what} any more: it is deleted already.`;
      return this.forms.undone(reply, exhibitionId, kind.part, text);
    }
  }

  private async askNew<Thing, Input>(
    kind: ThingKind<Thing, Input>,
    { request, reply }: ThingRequest,
    exhibition: Exhibition,
    shown: Form,
    token: string,
  ) {
    const page = {
      exhibition,
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
    { exhibition, thing, values, errors = [], status = 200 }: EditShown<Thing>,
  ) {
    const shown = form(values, errors);
    const remove = thingPath(exhibition.id, kind.part, thing.id, 'delete');
    const page = {
      exhibition,
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
  readonly exhibition: Exhibition;
  /** With the version that saving would replace. */
  readonly thing: Thing;
  readonly values: SubmittedValues;
  readonly errors?: Form['errors'];
  readonly status?: number;
}
