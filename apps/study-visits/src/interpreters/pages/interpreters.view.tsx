import {
  Button,
  ButtonGroup,
  EmptyState,
  field,
  Input,
  momentInWords,
  Paragraphs,
  plural,
  ResponsiveTable,
  SummaryList,
  Textarea,
  textIn,
  zoneInWords,
  type Form,
  type SubmittedValues,
} from '#ui';
import { manageVisitPath } from '../../visits/addresses.js';
import { interpreterPath, interpretersPath } from '../addresses.js';
import type { InterpreterInput } from '../domain/interpreter.js';
import type { InterpretedItem, Interpreter } from '../read-interpreters.js';

/** The controls of an interpreter, in the order of the page. */
export const interpreterNames: readonly string[] = ['name', 'languages', 'email', 'phone', 'notes'];

export const fillInterpreter = (interpreter: Interpreter): SubmittedValues => ({
  name: interpreter.name,
  languages: interpreter.languages.join(', '),
  email: interpreter.email ?? '',
  phone: interpreter.phone ?? '',
  notes: interpreter.notes,
});

export const readInterpreter = (values: SubmittedValues): InterpreterInput => ({
  name: textIn(values, 'name'),
  languages: textIn(values, 'languages'),
  email: textIn(values, 'email'),
  phone: textIn(values, 'phone'),
  notes: textIn(values, 'notes'),
});

export function InterpreterFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'name')}
        label="Name"
        hint="What is entered here is kept until two years after the last visit they interpret for."
      />
      <Input {...field(form, 'languages')} label="Languages" hint="With commas between: Italian, Spanish." />
      <Input
        {...field(form, 'email')}
        label="Email address (optional)"
        type="email"
        spellcheck={false}
        autocapitalize="none"
      />
      <Input {...field(form, 'phone')} label="Telephone (optional)" type="tel" />
      <Textarea
        {...field(form, 'notes')}
        label="Notes (optional)"
        hint="For staff alone: rates, agency."
        rows={3}
      />
    </>
  );
}

export function InterpretersView({ interpreters }: { readonly interpreters: readonly Interpreter[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Interpreters</h1>
      <Button href={`${interpretersPath}/new`}>Add an interpreter</Button>
      {interpreters.length === 0 ? (
        <EmptyState titleText="No interpreters yet">
          <p class="govuk-body">Add whoever interprets; you book them for items of an itinerary.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={plural(interpreters.length, 'interpreter')}
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'languages', heading: 'Languages' },
            { key: 'phone', heading: 'Telephone' },
          ]}
          rows={interpreters.map(({ id, name, languages, phone }) => [
            <a class="govuk-link" href={interpreterPath(id)}>
              <bdi>{name}</bdi>
            </a>,
            languages.join(', '),
            phone ?? '–',
          ])}
        />
      )}
    </>
  );
}

export interface InterpreterViewProps {
  readonly interpreter: Interpreter;
  readonly items: readonly InterpretedItem[];
}

export function InterpreterView({ interpreter, items }: InterpreterViewProps) {
  const { id, name, languages, email, phone, notes } = interpreter;
  return (
    <>
      <h1 class="govuk-heading-xl">
        <bdi>{name}</bdi>
      </h1>
      <SummaryList
        rows={[
          { key: 'Languages', value: languages.join(', ') },
          { key: 'Email address', value: email ?? 'Not known' },
          { key: 'Telephone', value: phone ?? 'Not known' },
          notes !== '' && { key: 'Notes', value: <Paragraphs text={notes} /> },
        ]}
      />
      <h2 class="govuk-heading-m">Booked for</h2>
      {items.length === 0 ? (
        <p class="govuk-body">Nothing at the moment.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {items.map((item) => (
            <li key={item.id}>
              {momentInWords(item.startsAt, item.zone)}, {zoneInWords(item.zone)}:{' '}
              <a class="govuk-link" href={manageVisitPath(item.visitId, `itinerary/${item.id}`)}>
                <bdi>{item.title}</bdi>
              </a>{' '}
              (<bdi>{item.visit}</bdi>)
            </li>
          ))}
        </ul>
      )}
      <ButtonGroup>
        <Button href={interpreterPath(id, 'edit')}>Change the interpreter</Button>
        <a class="govuk-link" href={interpreterPath(id, 'delete')}>
          Delete them
        </a>
      </ButtonGroup>
    </>
  );
}
