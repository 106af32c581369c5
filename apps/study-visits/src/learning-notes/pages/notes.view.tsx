import { homeZone } from '#checks';
import {
  Button,
  EmptyState,
  InsetText,
  momentInWords,
  plural,
  renderMarkdown,
  ResponsiveTable,
  SummaryList,
  Tag,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { learningPath, notesPath } from '../addresses.js';
import { signatureOf } from '../in-words.js';
import type { AllNotes, HandedInNote } from '../read-notes.js';

/** What travellers handed in, that which waits first. */
export function NotesView({ visit, notes }: { readonly visit: Visit; readonly notes: AllNotes }) {
  const { handedIn, drafts } = notes;
  const waiting = handedIn.filter(({ row }) => row.status === 'handed-in' && row.consentAt !== null).length;
  return (
    <VisitFrame visit={visit} heading="Learning notes" current="learning-notes">
      {handedIn.length === 0 ? (
        <EmptyState titleText="Nobody has handed in a note yet">
          <p class="govuk-body">
            From the first day on travellers write down on their own page what they learn, and say whether
            everybody may read it. What they hand in is here for you to read, and to publish where they
            agreed.
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            {waiting === 0
              ? 'Nothing waits for you.'
              : `${plural(waiting, 'note waits', 'notes wait')} for you to read and publish.`}{' '}
            <a class="govuk-link" href={learningPath(visit.slug)}>
              What everybody reads
            </a>
          </p>
          <ResponsiveTable
            caption="What was handed in"
            columns={[
              { key: 'title', heading: 'Heading' },
              { key: 'who', heading: 'Who' },
              { key: 'state', heading: 'State' },
            ]}
            rows={handedIn.map((note) => [
              <a class="govuk-link" href={notesPath(visit.id, note.row.travellerId)}>
                {note.row.title}
              </a>,
              <bdi>{[note.traveller.name, note.traveller.organisationName].filter(Boolean).join(', ')}</bdi>,
              <NoteTag note={note} />,
            ])}
          />
        </>
      )}
      {drafts > 0 && (
        <p class="govuk-body">
          {plural(drafts, 'traveller has', 'travellers have')} begun one; nobody else reads it before they
          hand it in.
        </p>
      )}
    </VisitFrame>
  );
}

function NoteTag({ note: { row } }: { readonly note: HandedInNote }) {
  if (row.status === 'published') return <Tag colour="green">Published</Tag>;
  return row.consentAt === null ? (
    <Tag colour="grey">For staff alone</Tag>
  ) : (
    <Tag colour="blue">To be read</Tag>
  );
}

/** One note, and whether it is to be published. */
export function NoteView({ visit, note }: { readonly visit: Visit; readonly note: HandedInNote }) {
  const { row, traveller } = note;
  const signature = signatureOf(row.signed, traveller);
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">{row.title}</h1>
      <SummaryList
        rows={[
          {
            key: 'Who',
            value: <bdi>{[traveller.name, traveller.organisationName].filter(Boolean).join(', ')}</bdi>,
          },
          { key: 'State', value: <NoteTag note={note} /> },
          {
            key: 'Everybody may read it',
            value:
              row.consentAt === null
                ? 'No, its writer has not agreed'
                : `Yes, agreed on ${momentInWords(row.consentAt, homeZone)}`,
          },
          { key: 'Signed', value: <bdi>{signature === '' ? 'By nobody' : signature}</bdi> },
        ]}
      />
      <h2 class="govuk-heading-l">What they wrote</h2>
      <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(row.text) }} />
      {row.consentAt === null ? (
        <InsetText>It cannot be published: its writer has not agreed to that, or took it back.</InsetText>
      ) : (
        <form method="post" action={notesPath(visit.id, row.travellerId)}>
          <input type="hidden" name="version" value={String(row.version)} />
          {row.status === 'published' ? (
            <Button name="step" value="take-off" classes="govuk-button--secondary" preventDoubleClick>
              Take it off the visit’s page
            </Button>
          ) : (
            <Button name="step" value="publish" preventDoubleClick>
              Publish it on the visit’s page
            </Button>
          )}
        </form>
      )}
    </>
  );
}
