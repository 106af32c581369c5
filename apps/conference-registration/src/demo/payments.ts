/** Money that came in, of the demonstration. */
export interface DemoPayment {
  readonly organisation: string;
  /** Days after the conference's bookings opened. */
  readonly day: number;
  /** All that the organisation owes by then, so much more or less in pence; or half of it. */
  readonly of: { readonly more: number } | 'half';
}

const paid = (day: number, organisation: string, of: DemoPayment['of'] = { more: 0 }): DemoPayment => ({
  organisation,
  day,
  of,
});

/** For the coming conference. What is not here is not paid yet; what was invoiced in the first weeks is overdue then. */
export const comingPayments: readonly DemoPayment[] = [
  paid(20, 'Lambeth Council'),
  paid(22, 'Newcastle City Council'),
  paid(25, 'Cardiff Council'),
  paid(28, 'The Co-operative College'),
  paid(33, 'Co-operatives UK'),
  // Somebody paid £100 too much, which stays theirs.
  paid(35, 'Brent Council', { more: 10_000 }),
  // One transfer for two invoices.
  paid(48, 'Greater Manchester Combined Authority'),
  paid(50, 'Salford City Council', 'half'),
  paid(53, 'Power to Change'),
  paid(60, 'Locality'),
];

/** For the one before it: all but York’s, which pays nothing, and Hull’s, which pays half. */
export const pastPayments: readonly DemoPayment[] = [
  paid(30, 'Oldham Council'),
  paid(36, 'Preston City Council'),
  paid(50, 'Lambeth Council'),
  paid(61, 'Bristol City Council'),
  paid(66, 'The Co-operative College'),
  paid(75, 'Rochdale Metropolitan Borough Council'),
  paid(88, 'Hull City Council', 'half'),
  paid(99, 'Locality'),
  paid(118, 'Plymouth City Council'),
  paid(150, 'Salford City Council'),
  paid(166, 'Co-operatives UK'),
  paid(180, 'Newcastle City Council'),
  paid(190, 'Burntwood Town Council'),
];
