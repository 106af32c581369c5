import { oneValue, type FieldError, type SubmittedValues, textIn } from '#ui';
import type { DetailsInput } from '../../events/domain/details.js';
import type { Problems } from '../../events/domain/errors.js';
import type { EventDetails } from '../../events/domain/event.js';
import { seriesSlug } from '../domain/series-slug.js';
import { readRecurrence } from './recurrence-form.js';
import { readWhen } from './when-form.js';

/** A problem of the domain, or one of a control that the domain does not know. */
export type FormProblem = Problems[number] | FieldError;

/** What a form said, for the use cases to check, and what only the form could get wrong. */
export interface EventFormAnswer {
  readonly input: DetailsInput;
  readonly problems: readonly FormProblem[];
  /** The name of a series that does not exist yet, as it was typed. */
  readonly newSeriesName: string | null;
}

/**
 * Reads the whole form. Nothing is taken over from what was sent but the texts of the controls it has.
 *
 * @param kept what the form was filled with; `null` for a new event
 */
export function readEventForm(values: SubmittedValues, kept: EventDetails | null): EventFormAnswer {
  const when = readWhen(values, kept?.when ?? null);
  const recurrence = readRecurrence(values, when, kept);
  const series = readSeries(values);
  return {
    problems: [...series.errors, ...(recurrence.ok ? [] : recurrence.problems)],
    newSeriesName: series.newName,
    input: {
      title: textIn(values, 'title'),
      kind: textIn(values, 'kind'),
      format: textIn(values, 'format'),
      when,
      place: readPlace(values),
      joining: { url: textIn(values, 'joining.url'), shownTo: textIn(values, 'joining.shownTo') },
      description: textIn(values, 'description'),
      organiser: {
        name: textIn(values, 'organiser.name'),
        email: textIn(values, 'organiser.email'),
        phone: textIn(values, 'organiser.phone'),
      },
      audience: textIn(values, 'audience'),
      board: textIn(values, 'board'),
      series: series.slug,
      tags: textIn(values, 'tags').split(','),
      recurrence: recurrence.ok ? recurrence.value : null,
    },
  };
}

/**
 * Reads the form for one date of a recurring event: what it does not ask for stays as the event has it.
 *
 * @param kept the event as it is on that date
 */
export function readOccurrenceForm(values: SubmittedValues, kept: EventDetails): EventFormAnswer {
  const { kind, audience, board, series, tags, organiser, recurrence } = kept;
  return {
    problems: [],
    newSeriesName: null,
    input: {
      kind,
      audience,
      board,
      series,
      tags,
      organiser,
      recurrence,
      title: textIn(values, 'title'),
      format: textIn(values, 'format'),
      when: readWhen({ ...values, kind }, kept.when),
      place: readPlace(values),
      joining: { url: textIn(values, 'joining.url'), shownTo: textIn(values, 'joining.shownTo') },
      description: textIn(values, 'description'),
    },
  };
}

const readPlace = (values: SubmittedValues) => ({
  name: textIn(values, 'place.name'),
  address: textIn(values, 'place.address'),
  latitude: textIn(values, 'place.latitude'),
  longitude: textIn(values, 'place.longitude'),
});

interface SeriesAnswer {
  readonly slug: string | null;
  readonly newName: string | null;
  readonly errors: readonly FieldError[];
}

function readSeries(values: SubmittedValues): SeriesAnswer {
  const chosen = textIn(values, 'series').trim();
  const newName = (oneValue(values, 'newSeries') ?? '').trim();
  if (newName === '') return { slug: chosen, newName: null, errors: [] };
  const refuse = (message: string) => ({
    slug: null,
    newName: null,
    errors: [{ field: 'newSeries', message }],
  });
  if (chosen !== '') {
    return refuse('Choose a series from the list or name a new one, not both. Empty one of the two.');
  }
  const slug = seriesSlug(newName);
  if (slug === '') return refuse('Give the series a name with letters from a to z or digits in it.');
  if (newName.length > 100) return refuse('Shorten the name of the series to 100 characters or fewer.');
  return { slug, newName, errors: [] };
}
