/** What a code does to the price, after the organisation's own discount. */
export type PriceChange =
  /** 1 to 100 off, in whole per cent. */
  | { readonly kind: 'percent'; readonly percent: number }
  /** Off each place, before VAT; never below nothing. */
  | { readonly kind: 'amount'; readonly pence: number }
  /** The price of each place, before VAT, whatever it was. */
  | { readonly kind: 'price'; readonly pence: number };
