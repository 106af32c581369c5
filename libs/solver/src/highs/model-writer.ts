import type { ModelData, VariableType } from 'highs';

/** A column with its factor. */
export type Term = readonly [column: number, factor: number];

const continuous: VariableType = 0;
const integer: VariableType = 1;

/**
 * Columns and rows as they are added, then as the arrays that HiGHS takes. All factors are whole numbers.
 * `Meaning`: what a row stands for, to say it in words when it cannot be kept.
 */
export class ModelWriter<Meaning> {
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #types: VariableType[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #columns: number[] = [];
  readonly #factors: number[] = [];
  readonly #settled = new Set<number>();
  readonly rowMeanings: Meaning[] = [];
  offset = 0;

  /** Adds a whole number from `lower` to `upper` and returns its column. */
  column(cost: number, lower: number, upper: number): number {
    return this.#add(integer, cost, lower, upper);
  }

  /** Adds an amount that is whole by itself once all else is: the search has nothing to decide about it. */
  amount(cost: number, lower: number, upper: number): number {
    return this.#add(continuous, cost, lower, upper);
  }

  /** Adds a column that is 1 whatever else is decided, as it has happened. */
  settledColumn(cost: number): number {
    const column = this.column(cost, 1, 1);
    this.#settled.add(column);
    return column;
  }

  /** Adds what must come to at most `limit`: or, where what has happened is more by itself, to that. */
  atMost(limit: number, terms: readonly Term[], meaning: Meaning): void {
    const happened = terms.reduce(
      (sum, [column, factor]) => sum + (this.#settled.has(column) ? factor : 0),
      0,
    );
    this.row(-Infinity, Math.max(limit, happened), terms, meaning);
  }

  row(lower: number, upper: number, terms: readonly Term[], meaning: Meaning): void {
    for (const [column, factor] of terms) {
      this.#columns.push(column);
      this.#factors.push(factor);
    }
    this.#starts.push(this.#columns.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    this.rowMeanings.push(meaning);
  }

  /** The whole model, to be made as small as it can be. */
  data(): ModelData {
    const [numCols, numRows] = [this.#cost.length, this.#rowLower.length];
    return {
      numCols,
      numRows,
      offset: this.offset,
      colCost: Float64Array.from(this.#cost),
      colLower: Float64Array.from(this.#lower),
      colUpper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      integrality: this.#types,
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(this.#starts),
        indices: Int32Array.from(this.#columns),
        values: Float64Array.from(this.#factors),
      },
    };
  }

  #add(type: VariableType, cost: number, lower: number, upper: number): number {
    this.#types.push(type);
    this.#cost.push(cost);
    this.#lower.push(lower);
    this.#upper.push(upper);
    return this.#cost.length - 1;
  }
}
