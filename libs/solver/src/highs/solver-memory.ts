const pageBytes = 65_536;

/** What a process that searches may take in all, in megabytes. */
export const usualMegabytes = 700;

/** What it takes besides HiGHS's memory for 300 people and 400 shifts, in megabytes: Node, the program, the problem. */
const besides = 160;

/** How much of a process's memory HiGHS may have. Both in megabytes. */
export const solverShare = (megabytes: number): number => Math.max(0, megabytes - besides);

/** There was too little memory to find anything of which one can say how good it is. */
export class OutOfMemoryError extends Error {
  override readonly name = 'OutOfMemoryError';
}

/** The memory of a program in WebAssembly, which only grows. */
export class SolverMemory {
  #isFull = false;

  /** @param megabytes as much as it may have */
  constructor(private readonly megabytes: number = Infinity) {}

  /** Whether the program did not get what it asked for last: mostly its end. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Lets the memory of a program grow no further than that; what asks for more is told that there is none. */
  limitOf({ exports }: WebAssembly.Instance): void {
    const memories = Object.values(exports).filter((each) => each instanceof WebAssembly.Memory);
    for (const memory of memories) {
      const grow = memory.grow.bind(memory);
      memory.grow = (pages) => {
        this.#isFull = memory.buffer.byteLength + pages * pageBytes > this.megabytes * 2 ** 20;
        if (this.#isFull) throw new RangeError(`The solver may have ${this.megabytes} MB.`);
        return grow(pages);
      };
    }
  }
}
