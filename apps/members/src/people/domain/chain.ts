import type { Checked } from '#checks';

/** The next rule on what the one before gave; its refusal where it gave none. */
export function chain<A, B>(checked: Checked<A>, next: (value: A) => Checked<B>): Checked<B> {
  return checked.ok ? next(checked.value) : checked;
}
