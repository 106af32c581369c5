import { Limits } from '../limits/limits.js';
import { AskToSignIn } from './ask-to-sign-in.js';
import { SignInCookies } from './browser.js';
import { ContinueSignIn } from './continue-sign-in.js';
import { FinishSignIn } from './finish-sign-in.js';
import { MakeOwnRecord } from './make-own-record.js';
import { Marks } from './marks.js';
import { MayAskToSignIn } from './may-ask.js';
import { OnSignInAsked } from './messages/on-sign-in-asked.js';
import { AnswerSignedIn } from './pages/answer-signed-in.js';
import { AskPage } from './pages/ask.page.js';
import { AskedPage } from './pages/asked.page.js';
import { LinkPage } from './pages/link.page.js';
import { OwnRecordPage } from './pages/own-record.page.js';
import { SignOutPage } from './pages/sign-out.page.js';
import { PressLink } from './press-link.js';
import { SignInRequests } from './sign-in-requests.js';
import { SignOut } from './sign-out.js';

/** The pages on which people sign in and out. Those with an address of their own come before a link's, which may be any. */
export const signingInPages = [AskPage, AskedPage, OwnRecordPage, LinkPage, SignOutPage];

/** The messages that signing in handles. */
export const signingInHandlers = [OnSignInAsked];

/** What those pages are made with. */
export const signingInProviders = [
  AnswerSignedIn,
  AskToSignIn,
  ContinueSignIn,
  FinishSignIn,
  Limits,
  MakeOwnRecord,
  Marks,
  MayAskToSignIn,
  PressLink,
  SignInCookies,
  SignInRequests,
  SignOut,
];
