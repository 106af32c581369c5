import { MakeToken } from '../api-tokens/make-token.js';
import { NewTokenPage } from '../api-tokens/pages/new-token.page.js';
import { TokensPage } from '../api-tokens/pages/tokens.page.js';
import { RevokeToken } from '../api-tokens/revoke-token.js';
import { EndSessions } from '../sessions/end-sessions.js';
import { SessionsPage } from '../sessions/pages/sessions.page.js';
import { AccountPage } from './pages/account.page.js';

/** Where people look after their sign-ins and tokens. */
export const accountPages = [AccountPage, SessionsPage, NewTokenPage, TokensPage];

/** What those pages are made with. */
export const accountProviders = [EndSessions, MakeToken, RevokeToken];
