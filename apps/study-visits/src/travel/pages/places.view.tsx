import {
  Button,
  ButtonGroup,
  Checkboxes,
  EmptyState,
  ErrorMessage,
  field,
  FormErrors,
  HiddenFields,
  InputControl,
  ResponsiveTable,
  type Form,
} from '#ui';
import type { Traveller } from '../../travellers/domain/traveller.js';
import type { Visit } from '../../visits/domain/visit.js';
import { legPath } from '../addresses.js';
import { placeField } from '../domain/places.js';
import { legName, momentWords, routeWords } from '../in-words.js';
import type { LegWithPlaces } from '../legs.js';

export interface PlacesViewProps {
  readonly visit: Pick<Visit, 'id' | 'title'>;
  readonly leg: LegWithPlaces;
  readonly travellers: readonly Traveller[];
  /** Ids of those who look after this way themselves. */
  readonly alone: ReadonlySet<string>;
  readonly form: Form;
}

/** All travellers with a box to tick, their booking reference and seat. */
export function PlacesView({ visit, leg, travellers, alone, form }: PlacesViewProps) {
  const action = legPath(visit.id, leg.id, 'travellers');
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">
        Who is on <bdi>{legName(leg)}</bdi>
      </h1>
      <p class="govuk-body">
        {routeWords(leg)}, {momentWords(leg.departs)}.{' '}
        {leg.seats !== null && `It has ${leg.seats} ${leg.seats === 1 ? 'seat' : 'seats'}.`}
      </p>
      {travellers.length === 0 ? (
        <EmptyState titleText="No travellers yet">
          <p class="govuk-body">Whoever travels with the visit stands here, to be put on the leg.</p>
        </EmptyState>
      ) : (
        <form method="post" action={action} novalidate>
          <HiddenFields values={{ version: String(leg.version) }} />
          <ResponsiveTable
            caption="Tick everybody who is on this leg"
            columns={[
              { key: 'on', heading: 'Traveller' },
              { key: 'reference', heading: 'Booking reference' },
              { key: 'seat', heading: 'Seat' },
            ]}
            rows={travellers.map((traveller) => [
              <Checkboxes
                {...field(form, placeField(traveller.id, 'on'))}
                classes="govuk-checkboxes--small"
                formGroup={{ classes: 'cn-flush' }}
                items={[
                  {
                    value: 'yes',
                    text: <bdi>{traveller.name}</bdi>,
                    ...(alone.has(traveller.id) && { hint: 'Looks after their own way' }),
                  },
                ]}
              />,
              <Box
                form={form}
                traveller={traveller}
                part="bookingReference"
                label="Booking reference"
                width="govuk-input--width-10"
              />,
              <Box form={form} traveller={traveller} part="seat" label="Seat" width="govuk-input--width-4" />,
            ])}
          />
          <ButtonGroup>
            <Button preventDoubleClick>Save who is on it</Button>
            <Button name="everybody" value="yes" classes="govuk-button--secondary" preventDoubleClick>
              Put everybody on it
            </Button>
            <a class="govuk-link" href={legPath(visit.id, leg.id)}>
              Cancel
            </a>
          </ButtonGroup>
          <p class="govuk-hint">
            “Put everybody on it” leaves out those who look after their own way, and keeps the references and
            seats that are saved already.
          </p>
        </form>
      )}
    </>
  );
}

interface BoxProps {
  readonly form: Form;
  readonly traveller: Traveller;
  readonly part: 'seat' | 'bookingReference';
  readonly label: string;
  readonly width: string;
}

function Box({ form, traveller, part, label, width }: BoxProps) {
  const { id, name, value, errorMessage } = field(form, placeField(traveller.id, part));
  const errorId = `${id}-error`;
  return (
    <>
      {errorMessage !== undefined && <ErrorMessage id={errorId}>{errorMessage}</ErrorMessage>}
      <InputControl
        id={id}
        name={name}
        value={value}
        errorMessage={errorMessage}
        {...(errorMessage !== undefined && { describedBy: errorId })}
        classes={width}
        autocomplete="off"
        spellcheck={false}
        attributes={{ 'aria-label': `${label}, ${traveller.name}` }}
      />
    </>
  );
}
