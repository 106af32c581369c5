/** A problem that contradicts itself; how is the message. */
export class RoomsProblemError extends Error {
  override readonly name = 'RoomsProblemError';
}
