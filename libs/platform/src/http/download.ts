/** A file that is given out to be kept, not to be shown. */
export interface Download {
  /** As the person will find it; anything goes, since it is written so that no header can break. */
  readonly fileName: string;
  /** Media type, with `charset` for text: `text/csv; charset=utf-8`. */
  readonly type: string;
}

/**
 * Headers of a file for one person: saved under its name and never opened as a page of ours, whatever is in it, nor kept by
 * anything on the way.
 */
export function downloadHeaders({ fileName, type }: Download): Readonly<Record<string, string>> {
  return {
    'content-type': type,
    'content-disposition': attachmentNamed(fileName),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  };
}

/**
 * `Content-Disposition` with the name in full (RFC 6266 §4.3, RFC 8187 §3.2) and, for old programs, in ASCII: accents left
 * out, anything else as `-`.
 */
export function attachmentNamed(fileName: string): string {
  const name = fileName.toWellFormed().replaceAll(/[\p{Cc}/\\]/gu, '-') || 'file';
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["%]/gu, '-');
  const simple = `attachment; filename="${plain}"`;
  return plain === name ? simple : `${simple}; filename*=UTF-8''${encodeExtended(name)}`;
}

/** `attr-char` of RFC 8187 stays; `encodeURIComponent` leaves four more as they are. */
const encodeExtended = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
