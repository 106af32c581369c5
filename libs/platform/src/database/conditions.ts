/** `text` to be found anywhere by LIKE, whose own signs are taken literally. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** A WHERE clause, every value of it a parameter. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly parts: string[] = [];

  /** @param condition SQL with a `?` for each value */
  add(condition: string, ...values: readonly unknown[]): this {
    let next = 0;
    this.parts.push(condition.replaceAll('?', () => this.parameter(values[next++])));
    return this;
  }

  /** Adds a parameter that stands elsewhere in the statement. */
  parameter(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' AND ');
  }
}
