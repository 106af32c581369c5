import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { EntityManager } from 'typeorm';
import { actorOf, RunOnce } from '#platform';
import {
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  type Form,
  type SubmittedValues,
} from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';

/** A kind of record that is of no visit by itself, as its forms need it. */
export interface RecordKind<One extends Kept, Input> {
  /** Within a sentence: "host". */
  readonly what: string;
  /** Where all of them are. */
  readonly path: string;
  readonly backText: string;
  /** The form's controls, in the order of the page. */
  readonly names: readonly string[];
  /** Moves what was sent to where the form shows it. */
  readonly tidy: (values: SubmittedValues) => SubmittedValues;
  readonly title: (one: One) => string;
  readonly fill: (one: One) => SubmittedValues;
  readonly read: (values: SubmittedValues) => Input;
  readonly fields: (form: Form) => ComponentChildren;
  /** @throws Problem 404 */
  readonly one: (id: string) => Promise<One>;
  readonly saysAlready: (one: One, input: Input) => boolean;
  readonly add: (manager: EntityManager, input: Input) => Promise<One>;
  readonly edit: (
    seen: { readonly id: string; readonly version: number | null },
    input: Input,
  ) => Promise<One>;
  /** @throws Problem 404; 409 with why not */
  readonly remove: (id: string) => Promise<One>;
}

export interface Kept {
  readonly id: string;
  readonly version: number;
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The pages on which such a record is added, changed and deleted. */
@Injectable()
export class RecordForms {
  constructor(
    private readonly site: Site,
    private readonly runOnce: RunOnce,
  ) {}

  showNew<One extends Kept, Input>(kind: RecordKind<One, Input>, asked: Asked) {
    return this.askNew(kind, asked, form(), randomUUID());
  }

  async saveNew<One extends Kept, Input>(kind: RecordKind<One, Input>, asked: Asked) {
    const { request, reply } = asked;
    const sent = submittedValues(request.body);
    const values = kind.tidy(pickFields(sent, kind.names));
    const token = readToken(sent);
    try {
      const id = await this.runOnce.run(actorOf(request), token, values, async (manager) => {
        const one = await kind.add(manager, kind.read(values));
        return one.id;
      });
      return this.done(reply, `${kind.path}/${id}`, `The ${kind.what} is added.`);
    } catch (error) {
      return this.askNew(kind, asked, form(values, refusedFields(error, kind.names)), token);
    }
  }

  async showEdit<One extends Kept, Input>(kind: RecordKind<One, Input>, asked: Asked, id: string) {
    const one = await kind.one(id);
    return this.askEdit(kind, asked, one, form(kind.fill(one)));
  }

  async saveEdit<One extends Kept, Input>(kind: RecordKind<One, Input>, asked: Asked, id: string) {
    const { request, reply } = asked;
    const sent = submittedValues(request.body);
    const values = kind.tidy(pickFields(sent, kind.names));
    const version = readVersion(sent) ?? 0;
    const input = kind.read(values);
    const saved = () => this.done(reply, `${kind.path}/${id}`, `The ${kind.what} is saved.`);
    try {
      await kind.edit({ id, version }, input);
      return saved();
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const one = await kind.one(id);
      if (isProblem(error, 409)) {
        // Saved by a first press of the same button.
        if (kind.saysAlready(one, input)) return saved();
        const message = `${error.detail} What you wrote is below; saving replaces it.`;
        return this.askEdit(kind, asked, one, form(values, [{ field: '', message }]), 409);
      }
      const errors = refusedFields(error, kind.names);
      return this.askEdit(kind, asked, { ...one, version }, form(values, errors), 422);
    }
  }

  async showDelete<One extends Kept, Input>(
    kind: RecordKind<One, Input>,
    { request, reply }: Asked,
    id: string,
  ) {
    const one = await kind.one(id);
    return sendForm(this.site, request, reply, {
      heading: `Delete “${kind.title(one)}”?`,
      back: `${kind.path}/${id}`,
      backText: kind.title(one),
      action: `${kind.path}/${id}/delete`,
      form: form(),
      saveLabel: `Delete the ${kind.what}`,
      isWarning: true,
      cancelLabel: 'Keep it',
      children: <p class="govuk-body">What is known of it is gone then, and cannot be brought back.</p>,
    });
  }

  async remove<One extends Kept, Input>(kind: RecordKind<One, Input>, { reply }: Asked, id: string) {
    try {
      const one = await kind.remove(id);
      return this.done(reply, kind.path, `“${kind.title(one)}” is deleted.`);
    } catch (error) {
      if (isProblem(error, 409)) {
        return this.site.redirect(reply, `${kind.path}/${id}`, { type: 'important', text: error.detail });
      }
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      const text = `There is no such ${kind.what} any more: it is deleted already.`;
      return this.site.redirect(reply, kind.path, { type: 'important', text });
    }
  }

  private askNew<One extends Kept, Input>(
    kind: RecordKind<One, Input>,
    { request, reply }: Asked,
    shown: Form,
    token: string,
  ) {
    return sendForm(this.site, request, reply, {
      heading: `Add ${/^[aeiou]/.test(kind.what) ? 'an' : 'a'} ${kind.what}`,
      back: kind.path,
      backText: kind.backText,
      action: `${kind.path}/new`,
      form: shown,
      hidden: { once: token },
      saveLabel: `Add the ${kind.what}`,
      children: kind.fields(shown),
    });
  }

  private askEdit<One extends Kept, Input>(
    kind: RecordKind<One, Input>,
    { request, reply }: Asked,
    one: One,
    shown: Form,
    status?: number,
  ) {
    const page = {
      heading: `Change the ${kind.what}`,
      back: `${kind.path}/${one.id}`,
      backText: kind.title(one),
      action: `${kind.path}/${one.id}/edit`,
      form: shown,
      hidden: { version: String(one.version) },
      saveLabel: `Save the ${kind.what}`,
      children: kind.fields(shown),
    };
    return sendForm(this.site, request, reply, page, status);
  }

  private done(reply: FastifyReply, path: string, text: string) {
    return this.site.redirect(reply, path, { type: 'success', text });
  }
}
