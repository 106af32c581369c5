/** Why something cannot start, in one line for whoever typed the command; it names the setting to change. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The code that Node gives to an error of the system, such as `EEXIST`; empty for other errors. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What went wrong, in words short enough for the middle of a sentence. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node reports a refused `localhost` as several errors, one for each address, with no message of its own.
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = codeOf(inner);
  return reasons[code] ?? (inner instanceof Error ? inner.message : error.message).split('\n')[0] ?? code;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be looked up',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  ENOENT: 'there is no such folder, and none can be made there',
  ENOSPC: 'the disk is full',
};
