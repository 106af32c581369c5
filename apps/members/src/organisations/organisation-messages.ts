import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppName, PayloadOf } from '#contracts';
import { Outbox, type Outgoing } from '#messaging';
import { homeDay } from '../domain/home-day.js';
import type { Organisation } from './domain/organisation.js';
import { OrganisationsRepository, type Write } from './organisations.repository.js';

/** The one place from which others hear of organisations. */
@Injectable()
export class OrganisationMessages {
  constructor(
    private readonly outbox: Outbox,
    private readonly organisations: OrganisationsRepository,
  ) {}

  /**
   * Tells others of an organisation as the transaction leaves it.
   *
   * @param to only these apps; without it all that keep organisations
   * @throws Error when there is no such organisation
   */
  async changed(
    manager: EntityManager,
    id: string,
    correlationId: string,
    to?: readonly AppName[],
  ): Promise<void> {
    const told = await this.tell(manager, [id], correlationId, to);
    if (told === 0) throw new Error(`there is no organisation ${id} to tell of`);
  }

  /**
   * Tells others of many organisations as they are; ids of none are left out.
   *
   * @param to only these apps; without it all that keep organisations
   * @returns of how many it told
   */
  async tell(
    manager: EntityManager,
    ids: readonly string[],
    correlationId: string,
    to?: readonly AppName[],
  ): Promise<number> {
    const found = await this.organisations.findAll(ids, manager);
    const messages = found.map((organisation) => changedMessage(organisation, correlationId));
    await this.outbox.addAll(
      manager,
      messages.map((message) => ({ ...message, ...(to && { to }) })),
    );
    return found.length;
  }

  /** Tells others of what was written, and of category and status where they changed. */
  async written(manager: EntityManager, writes: readonly Write[], correlationId: string): Promise<void> {
    await this.outbox.addAll(
      manager,
      writes.map(({ organisation }) => changedMessage(organisation, correlationId)),
    );
    await this.outbox.addAll(
      manager,
      writes.flatMap((write) => membershipMessage(write, correlationId) ?? []),
    );
  }
}

const changedMessage = (
  organisation: Organisation,
  correlationId: string,
): Outgoing<'members.organisation-changed.v1'> => ({
  type: 'members.organisation-changed.v1',
  aggregate: { id: organisation.id, version: organisation.version },
  correlationId,
  payload: payloadOf(organisation),
});

function membershipMessage(
  { organisation, memberships }: Write,
  correlationId: string,
): Outgoing<'members.membership-changed.v1'> | null {
  const [first] = memberships;
  const last = memberships.at(-1);
  if (first === undefined || last === undefined) return null;
  const { id, name, version, changedAt } = organisation;
  return {
    type: 'members.membership-changed.v1',
    aggregate: { id, version },
    correlationId,
    payload: {
      organisationId: id,
      name,
      from: first.from,
      to: last.to,
      on: last.on ?? homeDay(changedAt),
      reason: last.reason,
    },
  };
}

function payloadOf(organisation: Organisation): PayloadOf<'members.organisation-changed.v1'> {
  const { id, name, category, kind, status, joinedOn, leftOn, discount, domains } = organisation;
  const { billingAddress, invoiceEmail, purchaseOrderRequired, accountableBodyReference } = organisation;
  return {
    id,
    name,
    category,
    kind,
    status,
    joinedOn,
    leftOn,
    discount: discount && { percent: discount.percent, endsOn: discount.endsOn },
    billingAddress,
    invoiceEmail,
    purchaseOrderRequired,
    accountableBodyReference,
    domains: [...domains],
  };
}
