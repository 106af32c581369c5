import { ApiTokenRow } from '../api-tokens/api-token.entity.js';
import { SigningKeyRow } from '../identity/signing-key.entity.js';
import { LimitRow } from '../limits/limit.entity.js';
import { SignInRequestRow } from '../signing-in/sign-in-request.entity.js';
import { SessionRow } from './session.entity.js';

/** The tables that hold who is signed in, and how. */
export const sessionEntities = [SessionRow, SignInRequestRow, LimitRow, SigningKeyRow, ApiTokenRow];
