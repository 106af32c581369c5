/** What somebody wrote on several lines: a paragraph each, whichever way it is written. */
export const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line, index) => (
        <p key={index} class="govuk-body" dir="auto">
          {line}
        </p>
      ))}
  </>
);
