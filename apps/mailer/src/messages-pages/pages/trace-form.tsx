import { FilterForm, Input } from '#ui';
import { tracePath } from '../addresses.js';

export interface TraceFormProps {
  /** What was looked for. */
  readonly requestId: string;
  /** What is wrong with it. */
  readonly error?: string;
}

/** Asks for a request whose messages are looked for. */
export function TraceForm({ requestId, error }: TraceFormProps) {
  return (
    <FilterForm action={tracePath()} label="Messages of a request" show="Show its messages" all={null}>
      <Input
        name="id"
        label="Request"
        hint="Its id stands on the page of each mail, on each message that could not be handled, on error pages and in the logs."
        value={requestId}
        autocomplete="off"
        spellcheck={false}
        errorMessage={error}
      />
    </FilterForm>
  );
}
