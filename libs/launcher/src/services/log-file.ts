import { createWriteStream, renameSync, rmSync, statSync, type WriteStream } from 'node:fs';

/** How many earlier files are kept beside the one that is written. */
const kept = 3;

/** A file that has grown to this is put aside, in bytes. */
const largest = 10 * 1024 * 1024;

/** Puts a log aside as `<path>.1`, the one before as `.2` and so on; the oldest goes. */
export function rotate(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.size) return;
  rmSync(`${path}.${kept}`, { force: true });
  for (let number = kept - 1; number >= 0; number -= 1) {
    const from = number === 0 ? path : `${path}.${number}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${path}.${number + 1}`);
  }
}

/** A log that never grows without end. */
export class LogFile {
  readonly path: string;
  #stream: WriteStream;
  #size = 0;

  constructor(path: string) {
    this.path = path;
    rotate(path);
    this.#stream = this.#open();
  }

  #open(): WriteStream {
    this.#size = 0;
    const stream = createWriteStream(this.path, { flags: 'a', mode: 0o600 });
    // A full disk must not take the services down with it.
    stream.on('error', () => {});
    return stream;
  }

  write(chunk: string): void {
    this.#stream.write(chunk);
    this.#size += chunk.length;
    if (this.#size < largest) return;
    this.#stream.end();
    rotate(this.path);
    this.#stream = this.#open();
  }

  close(): void {
    this.#stream.end();
  }
}
