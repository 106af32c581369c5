/** Text of several lines with its line breaks. */
export const Lines = ({ text }: { readonly text: string }) => (
  <span dir="auto">{text.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))}</span>
);
