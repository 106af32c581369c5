/** So many values by key; the one that was set longest ago goes first. */
export class Recent<Value> {
  private readonly values = new Map<string, Value>();

  /** @param dropped told of each value that goes, for whatever reason */
  constructor(
    private readonly most: number,
    private readonly dropped: (value: Value) => void = () => undefined,
  ) {}

  get(key: string): Value | undefined {
    return this.values.get(key);
  }

  set(key: string, value: Value): void {
    this.delete(key);
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.most) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.dropped(value);
  }

  clear(): void {
    for (const key of this.values.keys()) this.delete(key);
  }
}
