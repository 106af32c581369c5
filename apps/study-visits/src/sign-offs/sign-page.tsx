import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Actor } from '#platform';
import { actorOf } from '#platform';
import { form, pickFields, refusedFields, submittedValues, type Form } from '#ui';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { isProblem, VisitForms } from '../visits/pages/visit-forms.js';
import { digestOf } from './domain/sign-state.js';
import type { SignedThing } from './read-signed.js';
import { readSignature, SignFields, signNames } from './sign-form.js';
import type { SignatureInput } from './sign-offs.js';

/** Something that is signed on a page of its own. */
export interface ToSign {
  /** As in its address: `risks`. */
  readonly part: string;
  readonly heading: string;
  readonly agreement: string;
  readonly saveLabel: string;
  readonly done: string;
  readonly read: (visit: Visit) => Promise<SignedThing>;
  /** All that is signed, as it is shown above the signature. */
  readonly shown: (visit: Visit) => Promise<ComponentChildren>;
  readonly sign: (actor: Actor, visitId: string, input: SignatureInput) => Promise<unknown>;
}

/** Shows what is to be signed with the form to sign it, and takes the signature. */
@Injectable()
export class SignPages {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
  ) {}

  async show(toSign: ToSign, request: FastifyRequest, reply: FastifyReply, id: string) {
    return this.ask(toSign, request, reply, { id, shown: form(), status: 200 });
  }

  async save(toSign: ToSign, request: FastifyRequest, reply: FastifyReply, id: string) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, signNames);
    const input = readSignature(sent);
    try {
      await toSign.sign(actorOf(request), id, input);
      return await this.forms.done(reply, id, toSign.part, toSign.done);
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      if (isProblem(error, 409)) {
        const shown = form(values, [{ field: '', message: error.detail }]);
        return this.ask(toSign, request, reply, { id, shown, status: 409 });
      }
      const shown = form(values, refusedFields(error, signNames));
      return this.ask(toSign, request, reply, { id, shown, status: 422 });
    }
  }

  /** What cannot be signed now leads back, and is told why. */
  private async ask(
    toSign: ToSign,
    request: FastifyRequest,
    reply: FastifyReply,
    { id, shown, status }: { readonly id: string; readonly shown: Form; readonly status: number },
  ) {
    const visit = await this.visits.byId(id);
    const { now, state } = await toSign.read(visit);
    if (Object.keys(now).length === 0) {
      return this.forms.undone(reply, id, toSign.part, 'There is nothing to sign yet.');
    }
    if (state === 'signed') {
      return this.forms.undone(reply, id, toSign.part, 'It is signed already, as it stands.');
    }
    const page = {
      visit,
      heading: toSign.heading,
      part: `${toSign.part}/sign`,
      backPart: toSign.part,
      form: shown,
      hidden: { seen: digestOf(now) },
      saveLabel: toSign.saveLabel,
      children: (
        <>
          {await toSign.shown(visit)}
          <SignFields
            form={shown}
            name={request.identity.actor?.name ?? request.identity.name}
            agreement={toSign.agreement}
          />
        </>
      ),
    };
    return this.forms.send(request, reply, page, status);
  }
}
