/** An invoice of which something may be outstanding. */
export interface OpenInvoice {
  readonly id: string;
  /** ISO date. */
  readonly dueOn: string;
  /** Its place in the series: of two that are due on one day, the older is settled first. */
  readonly number: number;
  readonly outstandingPence: number;
}

/** Where money comes from: a payment that came in, or a credit note. */
export interface Source {
  readonly kind: 'payment' | 'credit-note';
  readonly id: string;
  /** What has been put to nothing yet. */
  readonly leftPence: number;
}

/** So much of a source goes to an invoice. */
export interface Part {
  readonly source: Pick<Source, 'kind' | 'id'>;
  readonly invoiceId: string;
  readonly pence: number;
}

/**
 * Puts money to invoices: each source in turn to each invoice in turn, until the one or the other is used up.
 *
 * @returns the parts, none of them nothing; together never more than a source has left or an invoice outstanding
 */
export function settle(sources: readonly Source[], invoices: readonly OpenInvoice[]): readonly Part[] {
  const outstanding = new Map(invoices.map(({ id, outstandingPence }) => [id, outstandingPence]));
  return sources.flatMap(({ kind, id, leftPence }) => {
    let left = leftPence;
    const parts: Part[] = [];
    for (const invoiceId of outstanding.keys()) {
      const pence = Math.min(left, outstanding.get(invoiceId) ?? 0);
      if (pence <= 0) continue;
      left -= pence;
      outstanding.set(invoiceId, (outstanding.get(invoiceId) ?? 0) - pence);
      parts.push({ source: { kind, id }, invoiceId, pence });
    }
    return parts;
  });
}

/** The oldest first: by when they are due, then by number. */
export function oldestFirst<Invoice extends Pick<OpenInvoice, 'dueOn' | 'number'>>(
  invoices: readonly Invoice[],
): readonly Invoice[] {
  return invoices.toSorted((a, b) =>
    a.dueOn === b.dueOn ? a.number - b.number : a.dueOn < b.dueOn ? -1 : 1,
  );
}

/**
 * Takes an amount from sources, the first of them first.
 *
 * @returns so much from each; together the amount, or less where the sources have less
 */
export function takeFrom(
  sources: readonly Source[],
  pence: number,
): readonly { readonly source: Pick<Source, 'kind' | 'id'>; readonly pence: number }[] {
  let wanted = pence;
  return sources.flatMap(({ kind, id, leftPence }) => {
    const taken = Math.min(wanted, leftPence);
    if (taken <= 0) return [];
    wanted -= taken;
    return [{ source: { kind, id }, pence: taken }];
  });
}
