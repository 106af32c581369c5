/** Several things in one cell, a line each. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <span class="cn-quiet">None</span>;
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
