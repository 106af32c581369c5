import { z } from 'zod';

const bankNumber = (digits: RegExp, example: string) =>
  z.string().regex(digits, `must be like ${example}`).default(example);

/**
 * Who sells places at conferences, and where they are paid: the accountable body. The defaults are for demonstration: no
 * such body and no such account exists (the sort code 00-00-00 is given to no bank).
 */
export const sellerSettings = {
  SELLER_NAME: z.string().default('Fictional Borough Council (demonstration)'),
  /** Lines are parted by `|`. */
  SELLER_ADDRESS: z.string().default('Example House|1 Sample Street|Nowhere|ZZ99 9ZZ'),
  SELLER_VAT_NUMBER: z
    .string()
    .regex(/^(?:GB ?)?[\d ]{9,15}$/, 'must be like GB 000 0000 00')
    .default('GB 000 0000 00'),
  BANK_ACCOUNT_NAME: z.string().default('Fictional Borough Council (demonstration)'),
  BANK_SORT_CODE: bankNumber(/^\d\d-\d\d-\d\d$/, '00-00-00'),
  BANK_ACCOUNT_NUMBER: bankNumber(/^\d{8}$/, '00000000'),
} as const;

export type SellerSettings = z.output<z.ZodObject<typeof sellerSettings>>;

/** Who sells, as documents name them. */
export function sellerFrom(settings: SellerSettings) {
  return {
    name: settings.SELLER_NAME,
    address: settings.SELLER_ADDRESS.split('|')
      .map((line) => line.trim())
      .join('\n'),
    vatNumber: settings.SELLER_VAT_NUMBER,
  };
}

/**
 * How to pay, as invoices say it.
 *
 * @param reference what the transfer should say
 */
export function howToPay(settings: SellerSettings, reference: string) {
  return {
    accountName: settings.BANK_ACCOUNT_NAME,
    sortCode: settings.BANK_SORT_CODE,
    accountNumber: settings.BANK_ACCOUNT_NUMBER,
    reference,
  };
}
