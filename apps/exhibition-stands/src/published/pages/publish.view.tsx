import {
  Button,
  ButtonGroup,
  field,
  FormErrors,
  HiddenFields,
  InsetText,
  momentInWords,
  plural,
  ResponsiveTable,
  Textarea,
  WarningText,
  type Form,
} from '#ui';
import { dateOf } from '#platform';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { publishPath } from '../addresses.js';
import { ruleNames } from '../../rota/index.js';
import {
  obstacleInWords,
  publishingInWords,
  shiftSayer,
  shiftsIn,
  type PersonInWords,
} from '../publishing-words.js';
import type { Publishing } from '../read-publishing.js';
import type { TeamNames } from '../read-team-names.js';

export interface PublishViewProps {
  readonly publishing: Publishing;
  readonly names: TeamNames;
  readonly form: Form;
  /** What a press of the button is known by; see {@link RunOnce}. */
  readonly token: string;
}

/** The name of the field for why something is published all the same. */
export const reasonField = (key: string): string => `reason-${key}`;

/** What publishing the draft would come to, with the button that does it. */
export function PublishView({ publishing, names, form: shown, token }: PublishViewProps) {
  const { exhibition, seen } = publishing;
  const { gaps, obstacles, people } = publishingInWords(publishing, names);
  // Nobody needs to press it again.
  const isAsPublished = publishing.last !== null && people.length === 0;
  const isPossible = exhibition.status !== 'cancelled' && exhibition.status !== 'over';
  return (
    <ExhibitionFrame exhibition={exhibition} heading="Publish the rota" current="rota">
      <FormErrors form={shown} />
      <Last publishing={publishing} names={names} />
      <People people={people} isFirst={publishing.last === null} />
      <Gaps gaps={gaps} />
      {isPossible ? (
        <form method="post" action={publishPath(exhibition.id)} novalidate>
          <HiddenFields values={{ seen, once: token }} />
          {obstacles.length > 0 && (
            <section aria-labelledby="rules">
              <h2 class="govuk-heading-l" id="rules">
                What speaks against it
              </h2>
              <p class="govuk-body">
                {plural(obstacles.length, 'thing speaks', 'things speak')} against it. Change the draft on the{' '}
                <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'rota')}>
                  board
                </a>
                , or say for each why it is published all the same. The reasons stay with the rota.
              </p>
              {obstacles.map(({ key, rule, says }) => (
                <Textarea
                  {...field(shown, reasonField(key))}
                  rows={2}
                  label={{ text: `${rule}. ${says}`, classes: 'govuk-label--s' }}
                  hint={{ text: 'Why is it published all the same?' }}
                />
              ))}
            </section>
          )}
          <ButtonGroup>
            <Button preventDoubleClick classes={isAsPublished ? 'govuk-button--secondary' : undefined}>
              {people.length === 0
                ? 'Publish it as it is'
                : `Publish and tell ${plural(people.length, 'person', 'people')}`}
            </Button>
            <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'rota')}>
              Back to the board
            </a>
          </ButtonGroup>
        </form>
      ) : (
        <InsetText>
          {exhibition.status === 'cancelled'
            ? 'The exhibition was called off, so there is no rota to publish.'
            : 'The exhibition is over, so its rota stays as it was.'}
        </InsetText>
      )}
    </ExhibitionFrame>
  );
}

function Last({ publishing, names }: Pick<PublishViewProps, 'publishing' | 'names'>) {
  const { last, exhibition } = publishing;
  if (last === null) {
    return (
      <p class="govuk-body-l">
        Nothing is published yet. Once it is, everybody gets their shifts by mail, with an entry for their
        calendar.
      </p>
    );
  }
  const [shifts, say] = [shiftsIn(publishing), shiftSayer(exhibition.zone)];
  return (
    <section aria-labelledby="last">
      <h2 class="govuk-heading-m" id="last">
        Published now
      </h2>
      <p class="govuk-body">
        Rota {last.number}, on {momentInWords(dateOf(last.publishedAt))}.
      </p>
      {last.overrides.length > 0 && (
        <>
          <p class="govuk-body">It was published although it breaks rules:</p>
          <ul class="govuk-list govuk-list--bullet">
            {last.overrides.map((override) => (
              <li>
                {ruleNames[override.rule]} ({obstacleInWords(override, shifts, names, say)}): “
                {override.reason}”
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function People({
  people,
  isFirst,
}: {
  readonly people: readonly PersonInWords[];
  readonly isFirst: boolean;
}) {
  const unreachable = people.filter(({ isReachable }) => !isReachable);
  return (
    <section aria-labelledby="people">
      <h2 class="govuk-heading-l" id="people">
        Who is told what
      </h2>
      {people.length === 0 ? (
        <p class="govuk-body">
          {isFirst
            ? 'Nobody has a shift in the draft, so nobody is told anything.'
            : 'Nothing is different for anybody, so nobody is told anything.'}
        </p>
      ) : (
        <ResponsiveTable
          caption={`${plural(people.length, 'person is', 'people are')} told; nobody else is.`}
          columns={[
            { key: 'name', heading: 'Who' },
            { key: 'added', heading: 'New' },
            { key: 'changed', heading: 'Changed' },
            { key: 'gone', heading: 'Not theirs any more' },
          ]}
          rows={people.map(({ name, added, changed, gone }) => [
            <bdi>{name}</bdi>,
            <Lines lines={added} />,
            <Lines lines={changed} />,
            <Lines lines={gone} />,
          ])}
        />
      )}
      {unreachable.length > 0 && (
        <>
          <WarningText iconFallbackText="Important">
            {unreachable.length === 1
              ? 'One of them has no mail address here: tell them yourself.'
              : `${unreachable.length} of them have no mail address here: tell them yourselves.`}
          </WarningText>
          <ul class="govuk-list govuk-list--bullet">
            {unreachable.map(({ name }) => (
              <li>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <>–</>;
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly string[] }) {
  return (
    <section aria-labelledby="gaps">
      <h2 class="govuk-heading-l" id="gaps">
        Gaps
      </h2>
      {gaps.length === 0 ? (
        <p class="govuk-body">Every place of every shift that is still to come is covered.</p>
      ) : (
        <>
          <p class="govuk-body">
            {plural(gaps.length, 'shift is', 'shifts are')} short. The rota can be published with gaps, and
            again once they are covered.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map((gap) => (
              <li>{gap}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
