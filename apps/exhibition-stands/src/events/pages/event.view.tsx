import {
  Button,
  ButtonGroup,
  Checkboxes,
  Details,
  field,
  type Form,
  Input,
  Paragraphs,
  SummaryList,
  Textarea,
} from '#ui';
import { eventPath } from '../addresses.js';
import { missingToPublish, movesFrom } from '../domain/event-steps.js';
import { audienceWords, budgetInWords, whenOfEvent } from '../in-words.js';
import type { PlannedEvent } from '../read-events.js';
import { EventTag } from './event-tag.js';

interface EventViewProps {
  readonly event: PlannedEvent;
  readonly form: Form;
}

/** What staff see of an event, and the steps that it can take. */
export function EventFacts({ event, form }: EventViewProps) {
  const { row, exhibition } = event;
  const path = (part: string) => eventPath(exhibition.id, row.id, part);
  const missing = missingToPublish(row, exhibition.status);
  const moves = movesFrom(row.status);
  return (
    <>
      <SummaryList
        rows={[
          { key: 'State', value: <EventTag status={row.status} /> },
          row.statusReason !== null && { key: 'Why', value: row.statusReason },
          { key: 'When', value: whenOfEvent(row, exhibition.zone) },
          { key: 'For', value: audienceWords[row.audience] },
          { key: 'Room for', value: String(row.capacity) },
          { key: 'Who invites', value: row.hostName ?? 'Nobody named' },
          { key: 'Hosts needed', value: String(row.hostsNeeded) },
          { key: 'Budget', value: budgetInWords(row) },
          row.budgetNote !== null && { key: 'Why it was refused', value: row.budgetNote },
          row.summary !== '' && { key: 'About', value: <Paragraphs text={row.summary} /> },
        ]}
      />
      <div class="cn-no-print">
        {row.status !== 'cancelled' && (
          <ButtonGroup>
            <Button href={path('edit')} classes="govuk-button--secondary">
              Change the event
            </Button>
            {row.status === 'draft' && (
              <a class="govuk-link" href={path('delete')}>
                Delete it
              </a>
            )}
          </ButtonGroup>
        )}
        {row.status === 'draft' && row.budgetStatus !== null && <Budget event={event} form={form} />}
        {moves.includes('published') &&
          (missing.length > 0 ? (
            <p class="govuk-body">It cannot be published yet. {missing.join(' ')}</p>
          ) : (
            <form method="post" action={path('status')}>
              <input type="hidden" name="to" value="published" />
              <Button preventDoubleClick>Publish the event</Button>
            </form>
          ))}
        {moves.includes('cancelled') && (
          <Details
            summaryText="Call the event off"
            open={form.errors.some((error) => error.field === 'reason')}
          >
            <form method="post" action={path('status')} novalidate>
              <input type="hidden" name="to" value="cancelled" />
              <Textarea {...field(form, 'reason')} label="Why" hint="Whoever is invited reads it." rows={3} />
              <Button classes="govuk-button--warning" preventDoubleClick>
                Call it off
              </Button>
            </form>
          </Details>
        )}
      </div>
    </>
  );
}

function Budget({ event: { row, exhibition }, form }: EventViewProps) {
  return (
    <form method="post" action={eventPath(exhibition.id, row.id, 'budget')} novalidate>
      <h2 class="govuk-heading-m">Budget: {budgetInWords(row)}</h2>
      {row.budgetStatus !== 'refused' && (
        <Input {...field(form, 'note')} label="Why it is refused (only then)" />
      )}
      <ButtonGroup>
        {row.budgetStatus !== 'approved' && (
          <Button name="to" value="approved" classes="govuk-button--secondary" preventDoubleClick>
            Approve the budget
          </Button>
        )}
        {row.budgetStatus !== 'refused' && (
          <Button name="to" value="refused" classes="govuk-button--secondary" preventDoubleClick>
            Refuse the budget
          </Button>
        )}
      </ButtonGroup>
    </form>
  );
}

export interface TeamChoice {
  readonly id: string;
  readonly name: string;
}

/** What the hosts are told, and who they are. */
export function BriefingForm({
  event: { row, exhibition },
  form,
  team,
}: EventViewProps & { readonly team: readonly TeamChoice[] }) {
  return (
    <form method="post" action={eventPath(exhibition.id, row.id, 'briefing')} novalidate>
      <h2 class="govuk-heading-m">Briefing of the hosts</h2>
      <Textarea
        {...field(form, 'briefing')}
        label="Who comes, and what about"
        hint="Only staff and those named below read it."
        rows={6}
      />
      {team.length === 0 ? (
        <p class="govuk-body">There is nobody in the team yet who could be named.</p>
      ) : (
        <Checkboxes
          {...field(form, 'readers')}
          fieldset={{ legend: { text: 'Who reads it', classes: 'govuk-fieldset__legend--s' } }}
          hint="They also see the guests with their dietary needs, and tick them off, by their own link."
          items={team.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
      <Button preventDoubleClick>Save the briefing</Button>
    </form>
  );
}

/** A list of people to invite. @param props.once the form's token */
export function InviteForm({
  event: { row, exhibition },
  form,
  once,
}: EventViewProps & { readonly once: string }) {
  return (
    <form method="post" action={eventPath(exhibition.id, row.id, 'guests')} novalidate>
      <input type="hidden" name="once" value={once} />
      <Textarea
        {...field(form, 'list')}
        label="Invite guests"
        hint="Each on a line: name, email address, organisation. Or paste rows of a spreadsheet, or the address line of a mail."
        rows={4}
      />
      <Input
        {...field(form, 'plusOnesAllowed')}
        label="How many each may bring"
        classes="govuk-input--width-3"
        inputmode="numeric"
      />
      <p class="govuk-body">
        {row.status === 'published'
          ? 'Each gets a mail with a link of their own.'
          : 'They get their mails once the event is published.'}
      </p>
      <Button preventDoubleClick>Invite them</Button>
    </form>
  );
}
