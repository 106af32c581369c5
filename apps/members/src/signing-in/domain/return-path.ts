/** Longer than any address of ours. */
const longest = 2000;

/** Nobody wants to come back there once they are signed in. */
const notThere = /^\/members\/sign-(?:in|out)(?:[/?#]|$)/;

/** One slash, then neither a slash nor a backslash, which would name another host; visible ASCII only. */
const pathOnly = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/** Any origin will do: what matters is whether a path leads away from it. */
const origin = 'https://here.invalid';

/**
 * Where to go after signing in: a path of this site. Whatever could lead a browser anywhere else (another host, a scheme,
 * a backslash, control characters that browsers drop) becomes the home page.
 *
 * @param asked what came with the address, decoded once
 */
export function returnPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > longest || !pathOnly.test(asked)) return '/';
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  if (url?.origin !== origin) return '/';
  // As the browser will read it: "/.//host" has become "//host".
  const path = `${url.pathname}${url.search}${url.hash}`;
  return pathOnly.test(path) && !notThere.test(path) ? path : '/';
}
