import { ApiTokens } from '../api-tokens/api-tokens.js';
import { EndedSessionsController } from '../sessions/ended-sessions.controller.js';
import { EndedSessions } from '../sessions/ended-sessions.js';
import { Sessions } from '../sessions/sessions.js';
import { ExchangeController } from './exchange.controller.js';
import { Exchange } from './exchange.js';
import { IssueTokens } from './issue-tokens.js';
import { KeyRotation } from './key-rotation.js';
import { KeysController } from './keys.controller.js';
import { SigningKeys } from './signing-keys.js';

/** What the shell and the other services ask about who somebody is. */
export const identityControllers = [ExchangeController, EndedSessionsController, KeysController];

/** What those are answered with. */
export const identityProviders = [
  ApiTokens,
  EndedSessions,
  Exchange,
  IssueTokens,
  KeyRotation,
  Sessions,
  SigningKeys,
];
