import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { EntityManager } from 'typeorm';
import { RunOnce, type Actor } from '#platform';
import { form, pickFields, readToken, refusedFields, type Form, type SubmittedValues } from '#ui';

export interface ShownNew {
  readonly shown: Form;
  /** By which a second press of the button is known. */
  readonly token: string;
}

/** The form for a thing that is not there yet. */
export interface NewForm {
  /** Its controls, in the order of the page. */
  readonly names: readonly string[];
  /** Makes the thing within the transaction. @returns what it is called in addresses */
  readonly make: (manager: EntityManager, values: SubmittedValues) => Promise<string>;
  readonly saved: (values: SubmittedValues, made: string) => FastifyReply | Promise<FastifyReply>;
  readonly show: (page: ShownNew) => FastifyReply | Promise<FastifyReply>;
}

export const blankForm = (values: SubmittedValues = {}): ShownNew => ({
  shown: form(values),
  token: randomUUID(),
});

/** Makes a thing of a form that was sent, however often its button is pressed. */
@Injectable()
export class SaveNew {
  constructor(private readonly runOnce: RunOnce) {}

  /**
   * @param conferenceId whose thing it is
   * @param sent everything that came
   * @throws whatever the use case refused, but for fields that need attention
   */
  async run(actor: Actor, conferenceId: string, sent: SubmittedValues, page: NewForm): Promise<FastifyReply> {
    const values = pickFields(sent, page.names);
    const token = readToken(sent);
    try {
      const made = await this.runOnce.run(actor, token, { ...values, conferenceId }, (manager) =>
        page.make(manager, values),
      );
      return await page.saved(values, made);
    } catch (error) {
      return page.show({ shown: form(values, refusedFields(error, page.names)), token });
    }
  }
}
