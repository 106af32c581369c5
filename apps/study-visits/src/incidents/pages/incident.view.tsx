import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import {
  Button,
  dateField,
  DateInput,
  dateInWords,
  field,
  FormErrors,
  HiddenFields,
  InsetText,
  momentInWords,
  Paragraphs,
  SummaryList,
  Tag,
  Textarea,
  type Form,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { incidentsPath } from '../addresses.js';
import type { OpenedEntry, OpenedIncident } from '../read-incidents.js';

export interface IncidentViewProps {
  readonly visit: Visit;
  readonly opened: OpenedIncident;
  readonly form: Form;
  readonly token: string;
}

/** What happened, what was added, what is to be done, and who has read it. */
export function IncidentView({ visit, opened, form, token }: IncidentViewProps) {
  const { incident, account, recordedBy, entries, looks } = opened;
  const path = incidentsPath(visit.id, incident.id);
  const isClosed = incident.closedAt !== null;
  const notes = entries.filter(({ kind }) => kind === 'note');
  const actions = entries.filter(({ kind }) => kind === 'action');
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Incident {incident.number}</h1>
      <p class="govuk-body">{isClosed ? <Tag colour="grey">Closed</Tag> : <Tag colour="orange">Open</Tag>}</p>
      <SummaryList
        rows={[
          { key: 'When', value: dateInWords(Temporal.PlainDate.from(account.day)) },
          account.whenAndWhere !== '' && { key: 'Time and place', value: <bdi>{account.whenAndWhere}</bdi> },
          { key: 'Who is concerned', value: <bdi>{account.who}</bdi> },
          { key: 'What happened', value: <Paragraphs text={account.what} /> },
          account.done !== '' && { key: 'Done at once', value: <Paragraphs text={account.done} /> },
          {
            key: 'Recorded',
            value: (
              <>
                {momentInWords(incident.recordedAt, homeZone)} by <bdi>{recordedBy}</bdi>
              </>
            ),
          },
        ]}
      />
      <h2 class="govuk-heading-l">To be done</h2>
      {actions.length === 0 && <p class="govuk-body">Nothing so far.</p>}
      {actions.map((action) => (
        <Action key={action.id} action={action} path={path} isClosed={isClosed} />
      ))}
      {!isClosed && (
        <form method="post" action={`${path}/actions`} novalidate class="cn-no-print">
          <HiddenFields values={{ once: `${token}-a` }} />
          <Textarea {...field(form, 'words')} label="What is to be done, and by whom" rows={2} />
          <DateInput {...dateField(form, 'dueOn')} fieldset={{ legend: 'By when?' }} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Add what is to be done
          </Button>
        </form>
      )}
      <h2 class="govuk-heading-l">Notes</h2>
      {notes.length === 0 && <p class="govuk-body">None so far.</p>}
      {notes.map((note) => (
        <InsetText key={note.id}>
          <Paragraphs text={note.said} />
          <p class="cn-quiet cn-flush">
            {momentInWords(note.at, homeZone)}, <bdi>{note.personName}</bdi>
          </p>
        </InsetText>
      ))}
      {!isClosed && (
        <form method="post" action={`${path}/notes`} novalidate class="cn-no-print">
          <HiddenFields values={{ once: `${token}-n` }} />
          <Textarea
            {...field(form, 'note')}
            label="Add a note"
            hint="Nothing that was written is changed: put right here what was wrong."
            rows={3}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Add the note
          </Button>
        </form>
      )}
      <form method="post" action={`${path}/${isClosed ? 'open' : 'close'}`} novalidate class="cn-no-print">
        <HiddenFields values={{}} />
        <Button preventDoubleClick>{isClosed ? 'Open the incident again' : 'Close the incident'}</Button>
      </form>
      <h2 class="govuk-heading-l">Who has read this</h2>
      <ul class="govuk-list govuk-list--bullet">
        {looks.map(({ id, at, personName }) => (
          <li key={id}>
            {momentInWords(at, homeZone)}: <bdi>{personName}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ActionProps {
  readonly action: OpenedEntry;
  readonly path: string;
  readonly isClosed: boolean;
}

function Action({ action: { id, said, dueOn, doneAt, personName }, path, isClosed }: ActionProps) {
  return (
    <InsetText>
      <Paragraphs text={said} />
      <p class="cn-quiet">
        {dueOn !== null && <>By {dateInWords(Temporal.PlainDate.from(dueOn))}, noted by </>}
        <bdi>{personName}</bdi>. {doneAt !== null && `Done on ${momentInWords(doneAt, homeZone)}.`}
      </p>
      {doneAt === null && !isClosed && (
        <form method="post" action={`${path}/actions/${id}/done`} novalidate class="cn-no-print">
          <HiddenFields values={{}} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            It is done<span class="govuk-visually-hidden">: {said.slice(0, 80)}</span>
          </Button>
        </form>
      )}
    </InsetText>
  );
}
