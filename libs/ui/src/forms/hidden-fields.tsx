import type { SubmittedValues } from './submitted-values.js';

/** Values that go with the form unseen: answers of steps before, the version that was edited. Never a secret. */
export function HiddenFields({ values }: { readonly values: SubmittedValues }) {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
    </>
  );
}
