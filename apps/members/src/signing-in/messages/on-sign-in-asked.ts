import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Message } from '#contracts';
import { Outbox, type MessageHandler } from '#messaging';
import { Site, type RenderedMail } from '#ui';
import { calledName, isCurrent, type Person } from '../../people/domain/person.js';
import { PeopleRepository } from '../../people/people.repository.js';
import { hashOf, newSecret } from '../../secrets.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { linkPath } from '../addresses.js';
import { ownRecordEmail } from '../emails/own-record.email.js';
import { signInEmail } from '../emails/sign-in.email.js';
import { organisationAt } from '../organisation-at.js';
import { SignInRequestRow } from '../sign-in-request.entity.js';
import { SignInRequests, stateOf } from '../sign-in-requests.js';

type Asked = Message<'members.sign-in-asked.v1'>;

/** What is to be sent to whoever asked. */
interface Answer {
  readonly person: Person | null;
  readonly mail: RenderedMail;
}

/** Sends the link to whoever may sign in, or make a record of their own; nobody else gets a mail. */
@Injectable()
export class OnSignInAsked implements MessageHandler<'members.sign-in-asked.v1'> {
  readonly type = 'members.sign-in-asked.v1';

  constructor(
    private readonly requests: SignInRequests,
    private readonly people: PeopleRepository,
    private readonly outbox: Outbox,
    private readonly site: Site,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(manager: EntityManager, { payload, correlationId }: Asked): Promise<void> {
    const request = await this.requests.lock(manager, payload.signInId);
    if (!request?.maySend || request.linkHash !== null) return;
    if (stateOf(request, this.clock()) !== 'waiting') return;
    const token = newSecret();
    const answer = await this.answer(manager, request, this.site.absolute(linkPath(token)));
    if (!answer) return;
    await manager.update(SignInRequestRow, { id: request.id }, { linkHash: hashOf(token) });
    const mailId = uuidv7();
    await this.outbox.add(manager, {
      type: 'members.mail-requested.v1',
      aggregate: { id: mailId, version: 1 },
      correlationId,
      payload: {
        mailId,
        kind: 'sign-in',
        personId: answer.person?.id ?? null,
        to: { name: answer.person?.name ?? null, address: request.address },
        ...answer.mail,
        calendar: null,
        due: null,
        neededBy: request.expiresAt.toISOString(),
      },
    });
  }

  private async answer(
    manager: EntityManager,
    { address }: SignInRequestRow,
    link: string,
  ): Promise<Answer | null> {
    const siteUrl = this.site.publicUrl;
    const person = await this.people.findByAddress(address, manager);
    if (person && isCurrent(person)) {
      return { person, mail: signInEmail({ name: calledName(person), link, siteUrl }) };
    }
    const organisation = await organisationAt(manager, address);
    if (!organisation) return null;
    return { person: null, mail: ownRecordEmail({ organisation: organisation.name, link, siteUrl }) };
  }
}
