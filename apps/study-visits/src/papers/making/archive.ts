/** A file as it stands in an archive. */
export interface ArchivedFile {
  /** With its folder. */
  readonly name: string;
  /** Of the file itself, in bytes. */
  readonly size: number;
  /** CRC-32 of the file itself. */
  readonly crc: number;
  /** RFC 1951. */
  readonly deflated: Buffer;
}

/** Names are UTF-8. */
const utf8 = 0x0800;
const deflate = 8;
const version = 20;

/** The day and the time of an entry, as MS-DOS writes them: 1 January 1980, as the files themselves say when they were made. */
const time = 0;
const date = 0x0021;

/**
 * A ZIP archive (PKWARE’s APPNOTE 6.3, without ZIP64: up to 65,535 files and 4 GB) piece by piece, with no more than one file in
 * memory.
 */
export async function* archiveOf(files: AsyncIterable<ArchivedFile>): AsyncGenerator<Buffer> {
  const entries: Buffer[] = [];
  let offset = 0;
  for await (const file of files) {
    const head = localHead(file);
    entries.push(centralEntry(file, offset));
    offset += head.length + file.deflated.length;
    yield head;
    yield file.deflated;
  }
  const central = Buffer.concat(entries);
  yield central;
  yield endOf(entries.length, central.length, offset);
}

function localHead(file: ArchivedFile): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(0x04034b50, 0);
  return Buffer.concat([head, aboutOf(file), Buffer.from(file.name)]);
}

/** What both heads of a file say alike: 26 bytes. */
function aboutOf({ name, size, crc, deflated }: ArchivedFile): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(version, 0);
  about.writeUInt16LE(utf8, 2);
  about.writeUInt16LE(deflate, 4);
  about.writeUInt16LE(time, 6);
  about.writeUInt16LE(date, 8);
  about.writeUInt32LE(crc, 10);
  about.writeUInt32LE(deflated.length, 14);
  about.writeUInt32LE(size, 18);
  about.writeUInt16LE(Buffer.byteLength(name), 22);
  return about;
}

function centralEntry(file: ArchivedFile, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(version, 4);
  // No comment, on the first disk, no attributes.
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, aboutOf(file), tail, Buffer.from(file.name)]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
