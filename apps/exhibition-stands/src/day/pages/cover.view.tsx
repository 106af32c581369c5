import {
  Button,
  Checkboxes,
  Details,
  field,
  FormErrors,
  HiddenFields,
  InsetText,
  momentInWords,
  plural,
  Radios,
  ResponsiveTable,
  Select,
  type Form,
} from '#ui';
import { durationWords } from '../../board/shift-words.js';
import { coverPath } from '../addresses.js';
import type { CoverRequest } from '../cover.repository.js';
import { answerMinutes, askStateOf } from '../domain/cover-ask.js';
import type { StandIn } from '../domain/rank-candidates.js';
import { askWords, whyInWords } from '../in-words.js';
import type { ShiftToCover } from '../shift-to-cover.js';

interface CoverViewProps {
  readonly cover: ShiftToCover;
  readonly requests: readonly CoverRequest[];
  readonly form: Form;
  readonly token: string;
  readonly when: string;
}

/** A shift with a free place: who is in it, who could be, why not the others, and who is asked. */
export function CoverView({ cover, requests, form, token, when }: CoverViewProps) {
  const { exhibition, shift, places, gaps, isOver, candidates, members } = cover;
  const name = (id: string) => members.get(id)?.name ?? 'Somebody who has left';
  const able = candidates.filter(({ why }) => why.length === 0);
  const unable = candidates.filter(({ why }) => why.length > 0);
  const open = requests.find(({ row }) => row.status === 'open');
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{exhibition.title}</span>
      <h1 class="govuk-heading-l">Who could step in?</h1>
      <InsetText>
        {when}
        <br />
        <bdi>
          {places.length === 0 ? 'Nobody is in it.' : places.map(({ memberId }) => name(memberId)).join(', ')}
        </bdi>
        <br />
        {gaps === 0 ? 'It is covered.' : `${plural(gaps, 'place')} of ${shift.cover} free.`}
      </InsetText>
      {open !== undefined && <Asking cover={cover} request={open} name={name} />}
      {open === undefined && gaps > 0 && !isOver && able.length > 0 && (
        <form method="post" action={coverPath(exhibition.id, shift.id)} novalidate>
          <HiddenFields values={{ once: token }} />
          <Checkboxes
            {...field(form, 'members')}
            {...(form.errors.length === 0 && { values: able.slice(0, 5).map(({ member }) => member) })}
            fieldset={{
              legend: { text: 'Whom to ask, the best first', classes: 'govuk-fieldset__legend--m' },
            }}
            items={able.map((one) => ({ value: one.member, text: name(one.member), hint: speaksFor(one) }))}
          />
          <Radios
            {...field(form, 'mode')}
            value={form.values['mode'] === 'all' ? 'all' : 'one-by-one'}
            fieldset={{ legend: { text: 'How to ask', classes: 'govuk-fieldset__legend--s' } }}
            items={[
              {
                value: 'one-by-one',
                text: 'One after the other',
                hint: 'The next one is asked when somebody cannot, or has not answered in time.',
              },
              {
                value: 'all',
                text: 'All at once',
                hint: 'The first to say yes has it; the others are told.',
              },
            ]}
          />
          <Select
            id="minutes"
            name="minutes"
            label="Time to answer"
            value="30"
            items={answerMinutes.map((minutes) => ({ value: String(minutes), text: durationWords(minutes) }))}
          />
          <Button preventDoubleClick>Ask them</Button>
        </form>
      )}
      {gaps > 0 && !isOver && able.length === 0 && (
        <p class="govuk-body">
          Nobody can step in without breaking a rule. See below what keeps each of them out; what does not
          hold any more can be changed on the board.
        </p>
      )}
      {isOver && <p class="govuk-body">This shift is over.</p>}
      {unable.length > 0 && (
        <Details summaryText={`Why not the others (${unable.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {unable.map(({ member, why }) => (
              <li key={member}>
                <bdi>{name(member)}</bdi> {whyInWords(why)}.
              </li>
            ))}
          </ul>
        </Details>
      )}
      {requests
        .filter((one) => one !== open)
        .map((request) => (
          <Details
            key={request.row.id}
            summaryText={`Asked on ${momentInWords(request.row.askedAt, exhibition.zone)}: ${request.row.status === 'filled' ? 'somebody stepped in' : 'stopped'}`}
          >
            <Asks cover={cover} request={request} name={name} />
          </Details>
        ))}
    </>
  );
}

/** "Would like this time; 2 hours on the stand so far; there that day anyway" */
export function speaksFor({ isPreferred, minutes, isHereThatDay }: StandIn): string {
  return [
    ...(isPreferred ? ['Would like this time'] : []),
    minutes === 0 ? 'No other shift' : `${durationWords(minutes)} on the stand besides`,
    ...(isHereThatDay ? ['there that day anyway'] : []),
  ].join('; ');
}

interface AskingProps {
  readonly cover: ShiftToCover;
  readonly request: CoverRequest;
  readonly name: (id: string) => string;
}

function Asking(props: AskingProps) {
  const { exhibition, shift } = props.cover;
  const { row, asks } = props.request;
  const isOut = !asks.some(({ state }) => state === 'waiting' || state === 'asked');
  return (
    <>
      <h2 class="govuk-heading-m">
        {row.mode === 'all' ? 'All are asked at once' : 'One is asked after the other'}
      </h2>
      {isOut && (
        <p class="govuk-body">Everybody has been asked, and nobody has said yes yet. Stop, and ask others.</p>
      )}
      <Asks {...props} />
      <form method="post" action={`${coverPath(exhibition.id, shift.id)}/requests/${row.id}/stop`}>
        <Button preventDoubleClick classes="govuk-button--secondary">
          Stop asking
        </Button>
      </form>
    </>
  );
}

function Asks({ cover, request, name }: AskingProps) {
  const { zone } = cover.exhibition;
  return (
    <ResponsiveTable
      caption="Who is asked"
      captionClasses="govuk-visually-hidden"
      columns={[
        { key: 'name', heading: 'Name' },
        { key: 'state', heading: 'Answer' },
        { key: 'until', heading: 'Time to answer' },
      ]}
      rows={request.asks.map(({ teamMemberId, state, until }) => [
        <bdi>{name(teamMemberId)}</bdi>,
        askWords[askStateOf(state)],
        until === null ? '–' : `until ${momentInWords(until, zone)}`,
      ])}
    />
  );
}
