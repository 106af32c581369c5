/** Programs look so far from the beginning for what a file is. */
const headLength = 1024;

const asPage = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed|\?php)[\s>/]/i;

/** What a file is as well as what it begins as: by itself it would be the one thing to one program, another to the next. */
export function hasSecondKind(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, headLength);
  return asPage.test(head) || head.indexOf('%PDF-') > 0 || endsAsArchive(bytes);
}

/** The longest end of a ZIP archive: 22 bytes and a comment (APPNOTE.TXT §4.3.16). */
const longestEnd = 22 + 0xffff;

/** Java, Office and others open a file as an archive by its end, whatever it begins as. */
function endsAsArchive(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - longestEnd);
  for (let at = bytes.indexOf('PK\x05\x06', from, 'latin1'); at !== -1;) {
    if (at + 22 <= bytes.length && isDirectoryBefore(bytes, at)) return true;
    at = bytes.indexOf('PK\x05\x06', at + 4, 'latin1');
  }
  return false;
}

/** Whether there is room for the list of files that the end speaks of, before it. */
function isDirectoryBefore(bytes: Buffer, at: number): boolean {
  const files = bytes.readUInt16LE(at + 10);
  const size = bytes.readUInt32LE(at + 12);
  return files > 0 && size >= files * 46 && size <= at;
}
