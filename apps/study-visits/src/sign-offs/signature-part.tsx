import { FieldChanges, momentInWords, Tag } from '#ui';
import type { SignedThing } from './read-signed.js';

export interface SignaturePartProps {
  readonly signed: SignedThing;
  /** What it says where nobody has signed: "Nobody has signed off this assessment yet." */
  readonly unsigned: string;
}

/** Whether it is signed, by whom, and what was changed since. */
export function SignaturePart({ signed, unsigned }: SignaturePartProps) {
  const [last] = signed.signOffs;
  if (last === undefined) return <p class="govuk-body">{unsigned}</p>;
  const signer = (
    <>
      signed by <bdi>{last.personName}</bdi> ({last.role})
    </>
  );
  if (signed.state === 'signed') {
    return (
      <p class="govuk-body">
        <Tag colour="green">Signed</Tag> This is version {last.number}, {signer} on{' '}
        {momentInWords(last.signedAt)}.
      </p>
    );
  }
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="changed-since">
      <h2 class="cn-status__title" id="changed-since">
        Changed since it was signed on {momentInWords(last.signedAt)}
      </h2>
      <p>
        Version {last.number} was {signer}. Since then:
      </p>
      <FieldChanges
        changes={signed.changes.map(({ field, before, after }) => ({ name: field, before, after }))}
      />
    </section>
  );
}
