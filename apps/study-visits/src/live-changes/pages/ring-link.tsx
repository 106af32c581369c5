/** A number to ring with one press on a phone. */
export function RingLink({ name, phone }: { readonly name: string; readonly phone: string }) {
  return (
    <a class="govuk-link cn-ring" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
      {phone}
      <span class="govuk-visually-hidden"> (ring {name})</span>
    </a>
  );
}
