import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FindOrganisation, FindPerson, type Belonging, type KnownPerson, type Organisation } from '#people';
import { forbidden, isSignedIn, isStaff, Problem, signInNeeded, type Actor } from '#platform';
import type { Conference } from '../catalogue/domain/conference.js';
import { categoryOn, discountOn } from '../members/domain/organisation.js';
import { dayThere } from '../places/domain/on-sale.js';
import type { PriceCategory } from '../tickets/domain/ticket-type.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { BookedFor } from './domain/booking.js';

/** For whom somebody wants to book. */
export type BookFor =
  | { readonly kind: 'organisation'; readonly organisationId: string }
  /** For oneself, at the price of one's organisation. */
  | { readonly kind: 'self' }
  /** Somebody without an account, whose address is known to be theirs. */
  | { readonly kind: 'guest'; readonly guest: Guest };

export interface Guest {
  readonly name: string;
  readonly email: string;
  /** Empty where they are of none. */
  readonly organisationName: string;
}

/** Who books, for whom, and at whose price. */
export interface Customer {
  readonly bookedFor: BookedFor;
  readonly organisationId: string | null;
  readonly organisationName: string;
  readonly category: PriceCategory;
  readonly discountPercent: number;
  readonly purchaseOrderRequired: boolean;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** Finds out who may book for whom, and at which price. */
@Injectable()
export class FindCustomer {
  constructor(
    private readonly people: FindPerson,
    private readonly organisations: FindOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 403 for a visitor who is no guest, and for an organisation that the person does not book for
   * @throws Problem 409 `not-known-yet`: `members` has not told of the person or their address yet
   */
  async of(
    actor: Actor,
    bookFor: BookFor,
    conference: Conference,
    manager?: EntityManager,
  ): Promise<Customer> {
    if (bookFor.kind === 'guest') return guestCustomer(bookFor.guest);
    const { identity } = actor;
    if (!isSignedIn(identity)) throw signInNeeded();
    const { person, belongings } = await this.people.withOrganisations(identity.personId, manager);
    if (person === null || person.email === null) throw notKnownYet();
    const organisation =
      bookFor.kind === 'self'
        ? priceGiver(belongings)
        : (belongings.find((one) => one.isBookingContact && one.organisation.id === bookFor.organisationId)
            ?.organisation ?? (isStaff(identity) ? await this.any(bookFor.organisationId, manager) : null));
    if (bookFor.kind === 'organisation' && organisation === null) throw notTheirs();
    return this.customer(bookFor.kind, person, person.email, organisation, conference);
  }

  private async any(id: string, manager?: EntityManager): Promise<Organisation | null> {
    return this.organisations.byId(id, manager);
  }

  private customer(
    bookedFor: BookedFor,
    person: KnownPerson,
    email: string,
    organisation: Organisation | null,
    conference: Conference,
  ): Customer {
    const on = dayThere(conference, this.clock());
    return {
      bookedFor,
      organisationId: organisation?.id ?? null,
      organisationName: organisation?.name ?? '',
      category: categoryOn(organisation, on),
      discountPercent: discountOn(organisation, on),
      purchaseOrderRequired: bookedFor === 'organisation' && (organisation?.purchaseOrderRequired ?? false),
      personId: person.id,
      name: person.name,
      email,
      phone: person.phone,
    };
  }
}

function guestCustomer({ name, email, organisationName }: Guest): Customer {
  return {
    bookedFor: 'guest',
    organisationId: null,
    organisationName,
    category: 'non-member',
    discountPercent: 0,
    purchaseOrderRequired: false,
    personId: null,
    name,
    email,
    phone: null,
  };
}

/** Whose price somebody has who books for themselves: that of the organisation they book for, or of the first they are of. */
function priceGiver(belongings: readonly Belonging[]): Organisation | null {
  return (belongings.find(({ isBookingContact }) => isBookingContact) ?? belongings[0])?.organisation ?? null;
}

const notTheirs = (): Problem =>
  forbidden(
    'You do not book for this organisation. Ask the network’s staff to make you one of its booking contacts, or book for yourself.',
  );

const notKnownYet = (): Problem =>
  new Problem({
    status: 409,
    code: 'not-known-yet',
    title: 'We do not have your address yet',
    detail:
      'We need your confirmed email address to send you the booking. If you have just signed in for the first time, try again in a minute.',
  });
