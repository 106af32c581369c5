/** A problem that contradicts itself; its message says where, in words for whoever sent it. */
export class RotaProblemError extends Error {
  override readonly name = 'RotaProblemError';
}
