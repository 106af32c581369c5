/** With whom somebody travelled on an earlier visit. */
export interface Travelled {
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

const sameName = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * Whether nobody of an organisation was on an earlier visit: one whose first day was before this one's, and that took place or
 * is to. Delegates and leaders count; whoever withdrew does not. An organisation is the same by its id, or, where either has
 * none, by its name.
 */
export function isNewcomer(organisation: Travelled, before: readonly Travelled[]): boolean {
  return !before.some(({ organisationId, organisationName }) =>
    organisation.organisationId !== null && organisationId !== null
      ? organisationId === organisation.organisationId
      : sameName(organisationName, organisation.organisationName),
  );
}
