/** Readers look so far from the end for the last `%%EOF`. */
const tailLength = 1024;

/** The last lines of a PDF (ISO 32000-2 §7.5.5): where its cross-reference table stands, and the end. */
const trailer = /startxref\s+(\d{1,10})\s+%%EOF(?:\r\n|\r|\n)?/g;

/** What stands where the trailer points: a table, or a stream in an object (§7.5.4, §7.5.8). */
const crossReference = /^\s*(?:xref\s|\d{1,10}\s+\d{1,5}\s+obj\b)/;

/** The end of a PDF whose trailer leads to its cross-reference table. Nothing in it is run or unpacked. */
export function pdfEnd(bytes: Buffer): number | null {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return null;
  const from = Math.max(0, bytes.length - tailLength - 32);
  const last = [...bytes.toString('latin1', from).matchAll(trailer)].at(-1);
  if (last === undefined) return null;
  const table = Number(last[1]);
  const end = from + last.index + last[0].length;
  return table < end && crossReference.test(bytes.toString('latin1', table, table + 40)) ? end : null;
}
