/** Whose each domain is: a domain of e-mail addresses belongs to one organisation. */
export class TakenDomains {
  private readonly inFile = new Map<string, { readonly id: string; readonly line: number }>();

  /** @param owners on record */
  constructor(private readonly owners: ReadonlyMap<string, { readonly id: string; readonly name: string }>) {}

  /**
   * Gives domains to an organisation.
   *
   * @param id of the organisation
   * @returns why it cannot have one of them; then it has got none
   */
  take(id: string, line: number, domains: readonly string[]): string | null {
    for (const domain of domains) {
      const owner = this.owners.get(domain);
      if (owner !== undefined && owner.id !== id) {
        return `${domain} belongs to ${owner.name} already. A domain can belong to one organisation only.`;
      }
      const other = this.inFile.get(domain);
      if (other !== undefined && other.id !== id) {
        return `${domain} belongs to the organisation in row ${other.line}. A domain can belong to one organisation only.`;
      }
    }
    for (const domain of domains) this.inFile.set(domain, { id, line });
    return null;
  }
}
