import { accepted, checkText, problemsOf, refuse, refused, type Checked } from '#checks';
import { parseScope, type Scope } from './scope.js';

/** For how many days a token may be good. */
export const tokenLives = [30, 90, 365] as const;

/** A person has so many at the most that can be used. */
export const mostTokens = 20;

/** What a token is asked for, as a form or a command gives it. */
export interface TokenInput {
  readonly name: string;
  /** `events-calendar:write`; blank ones are left out. */
  readonly scopes: readonly string[];
  readonly days: string;
}

/** A token that may be made. */
export interface CheckedToken {
  readonly name: string;
  /** One for an app at the most, at least one. */
  readonly scopes: readonly Scope[];
  readonly days: number;
}

/** Whether such a token may be made, and what is wrong if not; the fields are those of {@link TokenInput}. */
export function checkToken(input: TokenInput): Checked<CheckedToken> {
  const name = checkText(input.name, 'name', {
    longest: 100,
    missing: { code: 'missing', message: 'Enter a name for the token, such as what will use it.' },
  });
  const scopes = checkScopes(input.scopes.filter((text) => text.trim() !== ''));
  const days = checkDays(input.days);
  return name.ok && scopes.ok && days.ok
    ? accepted({ name: name.value, scopes: scopes.value, days: days.value })
    : refused(...problemsOf<ReturnType<typeof problemsOf>[number]>(name, scopes, days));
}

function checkScopes(texts: readonly string[]): Checked<readonly Scope[]> {
  if (texts.length === 0) {
    return refuse('scopes', 'missing', 'Choose what the token may do in at least one part of the site.');
  }
  const scopes = new Map<string, Scope>();
  for (const text of texts) {
    const scope = parseScope(text.trim());
    if (scope === null || scopes.has(scope.app)) {
      return refuse(
        'scopes',
        'unknown-choice',
        'Choose one kind of access for each part of the site, such as events-calendar:write.',
      );
    }
    scopes.set(scope.app, scope);
  }
  return accepted([...scopes.values()]);
}

function checkDays(text: string): Checked<number> {
  const days = tokenLives.find((life) => String(life) === text.trim());
  return days === undefined
    ? refuse(
        'days',
        'unknown-choice',
        `Choose for how many days the token is to work: ${tokenLives.join(', ')}.`,
      )
    : accepted(days);
}
