import {
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** How many earlier files are kept beside the one that is written. */
const kept = 3;

/** A file that has grown to this is put aside, in bytes. */
const largest = 10 * 1024 * 1024;

/** How often the file is looked at for something new, in milliseconds. */
const lookEvery = 250;

/** Makes room for `<path>.1`: it becomes `.2` and so on; the oldest goes. */
function shift(path: string): void {
  rmSync(`${path}.${kept}`, { force: true });
  for (let number = kept - 1; number >= 1; number -= 1) {
    if (statSync(`${path}.${number}`, { throwIfNoEntry: false })) {
      renameSync(`${path}.${number}`, `${path}.${number + 1}`);
    }
  }
}

/** Puts a log that nobody writes to aside, unless it is empty. */
export function rotate(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.size) return;
  shift(path);
  renameSync(path, `${path}.1`);
}

/**
 * A log that a service writes to by itself, so that neither has to wait for the other and its last words outlive us. We
 * read along, and see to it that it does not grow without end.
 */
export class FollowedLog {
  readonly path: string;
  readonly #hear: (text: string) => void;
  readonly #decoder = new StringDecoder('utf8');
  readonly #timer: NodeJS.Timeout;
  #read = 0;

  /** @param hear is given what has been written since, in pieces */
  constructor(path: string, hear: (text: string) => void) {
    this.path = path;
    this.#hear = hear;
    rotate(path);
    this.#timer = setInterval(() => this.catchUp(), lookEvery).unref();
  }

  /** Reads what is new. */
  catchUp(): void {
    if (!statSync(this.path, { throwIfNoEntry: false })) return;
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      const chunk = Buffer.alloc(Math.min(Math.max(0, size - this.#read), largest));
      const length = readSync(file, chunk, 0, chunk.length, this.#read);
      this.#read += length;
      if (length > 0) this.#hear(this.#decoder.write(chunk.subarray(0, length)));
      if (size >= largest) this.#putAside();
    } finally {
      closeSync(file);
    }
  }

  /** By a copy, as the service keeps the file open; it adds at the end, wherever that is. */
  #putAside(): void {
    shift(this.path);
    copyFileSync(this.path, `${this.path}.1`);
    truncateSync(this.path);
    this.#read = 0;
  }

  close(): void {
    clearInterval(this.#timer);
    this.catchUp();
  }
}
