import { Button, Details, Input, Tag, type Form } from '#ui';
import { RingLink } from '../../live-changes/pages/ring-link.js';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { personAnchor } from '../addresses.js';
import type { HeadCount, SaidMark } from '../counts.js';
import type { Stated } from '../domain/merge.js';
import { stateColours, stateWords } from '../domain/state-words.js';
import { saidWords } from '../in-words.js';

export interface PersonRowProps {
  readonly count: HeadCount;
  readonly traveller: Traveller;
  readonly stated: Stated<SaidMark>;
  /** Where marks are sent. */
  readonly action: string;
  /** Where it says what to do about somebody who is missing. */
  readonly missingPath: string;
  /** By which a second press of the same button is known. */
  readonly once: string;
  /** What was sent of a leave and is not taken; `null`: nothing was. */
  readonly leave: Form | null;
}

/** Somebody who should be there: how they stand, who says so, and the buttons that mark them. */
export function PersonRow(props: PersonRowProps) {
  const { count, traveller, stated, missingPath } = props;
  const { state, standing } = stated;
  const isOpen = count.closedAt === null && !count.thing.isCancelled;
  const isMissing = standing.some(({ kind }) => kind === 'missing');
  return (
    <li
      class="cn-panel"
      id={personAnchor(traveller.id)}
      data-traveller={traveller.id}
      data-name={traveller.name}
      data-state={state}
    >
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>
          <bdi>{traveller.name}</bdi>
        </strong>{' '}
        <Tag colour={stateColours[state]} attributes={{ 'data-tag': true }}>
          {stateWords[state]}
        </Tag>
        <br />
        <span class="cn-quiet">
          <bdi>{traveller.organisationName}</bdi>
        </span>
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1" data-settle hidden={!isOpen || state !== 'contradiction'}>
        <strong>Different things are said. Find out which is so, then mark it.</strong>
      </p>
      <ul class="govuk-list" data-said>
        {standing.map((mark) => (
          <li key={mark.id}>{saidWords(mark, count.thing.span)}</li>
        ))}
      </ul>
      <p class="govuk-body" data-missing hidden={!isMissing}>
        {traveller.phone !== null && (
          <>
            <RingLink name={traveller.name} phone={traveller.phone} />
            <br />
          </>
        )}
        <a class="govuk-link" href={missingPath}>
          What to do now<span class="govuk-visually-hidden"> about {traveller.name}</span>
        </a>
      </p>
      {isOpen && <Marking {...props} />}
    </li>
  );
}

function Marking({ traveller, stated, action, once, leave }: PersonRowProps) {
  const { id, name } = traveller;
  const hidden = (
    <>
      <input type="hidden" name="travellerId" value={id} />
      <input type="hidden" name="over" value={stated.known.join(' ')} />
      <input type="hidden" name="once" value={once} />
    </>
  );
  const errorOf = (field: string) => leave?.errors.find((error) => error.field === field)?.message;
  const fieldOf = (field: 'allowedBy' | 'place' | 'until') => ({
    id: `${field}-${id}`,
    name: field,
    value: String(leave?.values[field] ?? ''),
    errorMessage: errorOf(field),
  });
  const of = <span class="govuk-visually-hidden">: {name}</span>;
  return (
    <>
      <form method="post" action={action} data-mark>
        {hidden}
        <div class="cn-live-buttons">
          <Button name="kind" value="here">
            Here{of}
          </Button>
          <Button name="kind" value="missing" classes="govuk-button--secondary">
            Missing{of}
          </Button>
          <span data-back hidden={stated.standing.length === 0}>
            <Button name="kind" value="open" classes="govuk-button--secondary">
              Take that back{of}
            </Button>
          </span>
        </div>
      </form>
      <Details
        summaryText={<>Elsewhere with leave{of}</>}
        open={leave !== null}
        classes="govuk-!-margin-top-3 govuk-!-margin-bottom-1"
      >
        <form method="post" action={action} data-mark novalidate>
          {hidden}
          <p class="govuk-error-message" role="alert" data-leave-error hidden></p>
          <Input {...fieldOf('allowedBy')} label="Who allowed it?" autocomplete="off" />
          <Input
            {...fieldOf('place')}
            label="Where are they?"
            hint="The place, and nothing of anybody’s health."
            autocomplete="off"
          />
          <Input
            {...fieldOf('until')}
            label="Until when? (optional)"
            autocomplete="off"
            classes="govuk-input--width-10"
          />
          <Button name="kind" value="elsewhere" classes="govuk-button--secondary govuk-!-margin-bottom-1">
            Mark as elsewhere{of}
          </Button>
        </form>
      </Details>
    </>
  );
}
