import { crc32 } from 'node:zlib';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The end of a PNG picture (PNG, third edition, §5): a header, data, an end, each part with the right checksum. */
export function pngEnd(bytes: Buffer): number | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null;
  let hasData = false;
  for (let at = signature.length; ;) {
    const part = partAt(bytes, at);
    if (part === null) return null;
    const isFirst = at === signature.length;
    if (isFirst !== (part.name === 'IHDR') || (isFirst && !hasSize(bytes, at))) return null;
    hasData ||= part.name === 'IDAT';
    at = part.end;
    if (part.name === 'IEND') return hasData ? at : null;
  }
}

/** A part: length, name, data, checksum of name and data. `null` where it is not whole. */
function partAt(bytes: Buffer, at: number): { readonly name: string; readonly end: number } | null {
  if (at + 12 > bytes.length) return null;
  const checksumAt = at + 8 + bytes.readUInt32BE(at);
  if (checksumAt + 4 > bytes.length) return null;
  if (crc32(bytes.subarray(at + 4, checksumAt)) !== bytes.readUInt32BE(checksumAt)) return null;
  return { name: bytes.toString('latin1', at + 4, at + 8), end: checksumAt + 4 };
}

const hasSize = (bytes: Buffer, at: number): boolean =>
  bytes.readUInt32BE(at) === 13 && bytes.readUInt32BE(at + 8) > 0 && bytes.readUInt32BE(at + 12) > 0;
