import { Details, field, Textarea, type Form } from '#ui';

const examples = [
  ['An empty line', 'begins a new paragraph'],
  ['## Programme', 'a heading'],
  ['- a point', 'a list, one point a line'],
  ['1. first', 'a numbered list'],
  ['**important**', 'stands out'],
  ['[the papers](https://example.org)', 'a link'],
] as const;

/** The event's own text, with what its marks mean. */
export function DescriptionField({ form }: { readonly form: Form }) {
  return (
    <>
      <Textarea
        {...field(form, 'description')}
        label="Description"
        hint="What people will do there, and what to bring. You can use Markdown; the preview shows how it will look."
        rows={10}
      />
      <Details summaryText="How to write headings, lists and links">
        <ul class="govuk-list govuk-list--bullet">
          {examples.map(([written, meaning]) => (
            <li key={written}>
              <code>{written}</code>: {meaning}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}
