/** An email address in a narrow column: where it has to break, it does so before the @, if that is enough. */
export function BreakableEmail({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@');
  return (
    <bdi>
      {address.slice(0, Math.max(0, at))}
      <wbr />
      {address.slice(Math.max(0, at))}
    </bdi>
  );
}
