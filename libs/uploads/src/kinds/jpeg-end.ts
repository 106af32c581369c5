/** Markers, by the byte after `FF` (ITU-T T.81, table B.1). */
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const firstApplication = 0xe0;

/** Markers with nothing after them: restarts, and one that is for no use. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Frame headers, which have the picture's size: C0 to CF but for three that are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The end of a JPEG picture: its segments one after the other, a frame with a size, a scan, the end. */
export function jpegEnd(bytes: Buffer): number | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  let hasFrame = false;
  let hasScan = false;
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    at += 2;
    if (marker === undefined) return null;
    if (marker === endOfImage) return hasFrame && hasScan ? at : null;
    if (standsAlone(marker)) continue;
    const end = segmentEnd(bytes, at, marker);
    if (end === null) return null;
    if (isFrame(marker)) {
      hasFrame = end - at >= 8 && bytes.readUInt16BE(at + 3) > 0 && bytes.readUInt16BE(at + 5) > 0;
      if (!hasFrame) return null;
    }
    hasScan ||= marker === startOfScan;
    at = marker === startOfScan ? scanEnd(bytes, end) : end;
  }
}

/** Where a segment ends that begins at `at` with its length. `null` where it is not whole or longer than it may be. */
function segmentEnd(bytes: Buffer, at: number, marker: number): number | null {
  if (at + 2 > bytes.length) return null;
  const length = bytes.readUInt16BE(at);
  if (length < 2 || at + length > bytes.length) return null;
  const isJfif = marker === firstApplication && bytes.toString('latin1', at + 2, at + 7) === 'JFIF\0';
  // A script hides in a picture behind a first segment as long as “/*” reads as a number.
  if (isJfif && length !== 16 + 3 * (bytes[at + 14] ?? 0) * (bytes[at + 15] ?? 0)) return null;
  return at + length;
}

/** Where the coded picture is over: at the next marker that is no restart. In it, `FF` has `00` after it. */
function scanEnd(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !standsAlone(next)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
