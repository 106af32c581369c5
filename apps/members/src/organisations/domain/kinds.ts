import { accepted, checkText, type Checked } from '#checks';

/** The kinds of body that the network has; others may be written. */
export const knownKinds = [
  'council',
  'combined authority',
  'town or parish council',
  'opposition group',
  'co-operative',
  'co-operative movement',
  'non-governmental organisation',
  'charity',
  'company',
  'person',
] as const;

/** A kind of body; one that is known is spelled as ever, so that lists do not fall in two. */
export function checkKind(text: string): Checked<string> {
  const kind = checkText(text, 'kind', {
    longest: 60,
    missing: { code: 'missing', message: 'Say what kind of body it is, such as council or charity.' },
  });
  if (!kind.ok) return kind;
  const tidied = kind.value.replaceAll(/\s+/g, ' ');
  return accepted(knownKinds.find((known) => known === tidied.toLowerCase()) ?? tidied);
}
