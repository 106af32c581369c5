import type { Actor } from '../identity/actor.js';
import type { Identity } from '../identity/identity.js';
import { demonstrationId } from './demonstration-id.js';

/**
 * Somebody of the demonstration at their own keyboard.
 *
 * @param address the primary one, as `members` has it
 */
export function demonstrationActor(address: string, name: string, roles: Identity['roles']): Actor {
  return {
    identity: {
      personId: demonstrationId('person', address),
      name,
      roles,
      boards: [],
      via: 'session',
      actor: null,
      mayWrite: true,
      sessionId: null,
      state: 'confirmed',
    },
    requestId: 'demonstration',
  };
}
