import { checkChoice } from '#checks';
import { checkWhen } from './check-when.js';
import { accepted, problemsOf, refuse, refused, type Checked, type Problems } from './errors.js';
import {
  audiences,
  eventFormats,
  eventKinds,
  type Audience,
  type EventDetails,
  type Recurrence,
  type When,
} from './event.js';
import {
  checkDescription,
  checkOrganiser,
  checkSlug,
  checkTags,
  checkTitle,
  type OrganiserInput,
} from './fields.js';
import { checkJoining, type JoiningInput } from './joining.js';
import { checkPlace, type PlaceInput } from './place.js';
import { checkRecurrence } from './recurrence.js';

/** An event's details as a form, a file or an API client gives them. Texts are as typed. */
export interface DetailsInput {
  readonly title: string;
  readonly kind: string;
  readonly format: string;
  /** As `whenFromForm` or `whenFromIso` gave it, so that its problems come with the others. */
  readonly when: Checked<When>;
  readonly place: PlaceInput | null;
  readonly joining: JoiningInput | null;
  readonly description: string;
  readonly organiser: OrganiserInput | null;
  readonly audience: string;
  readonly board: string | null;
  readonly series: string | null;
  readonly tags: readonly string[];
  /** `rule` may be written in any way that RFC 5545 allows; it is kept in one. */
  readonly recurrence: Recurrence | null;
}

export interface ValidDetails {
  readonly details: EventDetails;
  /** What looks forgotten but is allowed: real events are announced before their place is known. */
  readonly warnings: Problems;
}

/** Checks and tidies everything; either all problems, each at its field, or the details with warnings. */
export function validateDetails(input: DetailsInput): Checked<ValidDetails> {
  const title = checkTitle(input.title);
  const kind = checkChoice(input.kind, eventKinds, 'kind', 'Say what kind of event it is.');
  const format = checkChoice(input.format, eventFormats, 'format', 'Say how people take part.');
  const when = input.when.ok && kind.ok ? checkWhen(input.when.value, kind.value) : input.when;
  const place = checkPlace(input.place);
  const audience = checkChoice(input.audience, audiences, 'audience', 'Say who it is for.');
  const joining = checkJoining(input.joining, audience.ok ? audience.value : null);
  const description = checkDescription(input.description);
  const organiser = checkOrganiser(input.organiser);
  const board = checkBoard(input.board, audience);
  const series = checkSlug(input.series, 'series');
  const tags = checkTags(input.tags);
  const recurrence = when.ok
    ? checkRecurrence(input.recurrence, when.value, {
        kind: kind.ok ? kind.value : 'meeting',
        audience: audience.ok ? audience.value : null,
      })
    : accepted(null);

  if (
    !title.ok ||
    !kind.ok ||
    !format.ok ||
    !when.ok ||
    !place.ok ||
    !joining.ok ||
    !description.ok ||
    !organiser.ok ||
    !audience.ok ||
    !board.ok ||
    !series.ok ||
    !tags.ok ||
    !recurrence.ok
  ) {
    return refused(
      ...problemsOf(
        title,
        kind,
        format,
        when,
        place,
        joining,
        description,
        organiser,
        audience,
        board,
        series,
        tags,
        recurrence,
      ),
    );
  }
  const details: EventDetails = {
    title: title.value,
    kind: kind.value,
    format: format.value,
    when: when.value,
    place: place.value,
    joining: joining.value,
    description: description.value,
    organiser: organiser.value,
    audience: audience.value,
    board: board.value,
    series: series.value,
    tags: tags.value,
    recurrence: recurrence.value,
  };
  return accepted({ details, warnings: warningsOf(details) });
}

function checkBoard(text: string | null, audience: Checked<Audience>): Checked<string | null> {
  const board = checkSlug(text, 'board');
  if (!board.ok || !audience.ok) return board;
  if (audience.value === 'board' && board.value === null) {
    return refuse('board', 'board-missing', 'Choose the board that the event is for.');
  }
  if (audience.value !== 'board' && board.value !== null) {
    return refuse(
      'board',
      'board-not-expected',
      'A board is chosen, but the event is not for a board. Change the audience, or choose no board.',
    );
  }
  return board;
}

/** What staff may have forgotten; for showing, never a reason to refuse. */
export function warningsOf(details: EventDetails): Problems {
  const warnings = [];
  if (details.format !== 'online' && details.kind !== 'deadline' && details.place === null) {
    warnings.push({
      field: 'place.name',
      code: 'missing',
      message: 'There is no place yet. People will be told that it is to be announced.',
    } as const);
  }
  if (details.format !== 'in person' && details.joining === null) {
    warnings.push({
      field: 'joining.url',
      code: 'missing',
      message: 'There is no joining link yet. Add it before the event.',
    } as const);
  }
  return warnings;
}
