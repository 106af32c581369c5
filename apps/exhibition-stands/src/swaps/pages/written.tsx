/** What somebody wrote, line by line as they wrote it. */
export function Written({ text }: { readonly text: string }) {
  return (
    <bdi>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </bdi>
  );
}
