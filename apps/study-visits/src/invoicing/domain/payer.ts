import {
  accepted,
  checkChoice,
  checkEmail,
  checkOptionalText,
  checkText,
  problemsOf,
  refused,
  type Checked,
} from '#checks';
import type { Traveller } from '../../travellers/domain/traveller.js';

/** Whom an invoice is made out to. */
export interface InvoicedTo {
  readonly billTo: {
    readonly name: string;
    /** Lines, `\n` between them; may be empty where an organisation pays, whose address is on record. */
    readonly address: string;
    readonly email: string | null;
  };
  readonly purchaseOrder: string | null;
}

/** Who pays for a place, and whom the invoice is made out to. */
export interface Payer extends InvoicedTo {
  /** `null`: the traveller themselves. */
  readonly organisationId: string | null;
}

/** The same as it was typed. */
export interface PayerInput {
  /** `organisation` or `traveller`. */
  readonly who: string;
  /** Blank: that of whoever pays. */
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly purchaseOrder: string;
}

export const payers = ['organisation', 'traveller'] as const;

/** @param traveller of no organisation that members knows: they pay themselves */
export function checkPayer(
  input: PayerInput,
  traveller: Pick<Traveller, 'name' | 'organisationId' | 'organisationName'>,
): Checked<Payer> {
  const { organisationId, organisationName } = traveller;
  const who: Checked<(typeof payers)[number]> =
    organisationId === null ? accepted('traveller') : checkChoice(input.who, payers, 'who', 'Say who pays.');
  const name = checkOptionalText(input.name, 'name', { longest: 200 });
  const rules = { longest: 500, manyLines: true };
  const address =
    who.ok && who.value === 'traveller'
      ? checkText(input.address, 'address', {
          ...rules,
          missing: { code: 'missing', message: 'Enter the address for the invoice.' },
        })
      : checkOptionalText(input.address, 'address', rules);
  const email = checkEmail(input.email, 'email');
  const purchaseOrder = checkOptionalText(input.purchaseOrder, 'purchaseOrder', { longest: 60 });
  if (!who.ok || !name.ok || !address.ok || !email.ok || !purchaseOrder.ok) {
    return refused(...problemsOf(who, name, address, email, purchaseOrder));
  }
  const isOrganisations = who.value === 'organisation';
  const whose = isOrganisations ? organisationName : traveller.name;
  return accepted({
    organisationId: isOrganisations ? organisationId : null,
    billTo: { name: name.value ?? whose, address: address.value ?? '', email: email.value },
    purchaseOrder: purchaseOrder.value,
  });
}
