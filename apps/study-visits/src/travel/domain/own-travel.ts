import { accepted, checkOptionalText, checkText, problemsOf, refuse, refused, type Checked } from '#checks';
import type { Visit } from '../../visits/domain/visit.js';
import { checkMoment, type Moment, type MomentInput } from './clock.js';
import { ownWays, type OwnWay } from './journey.js';
import { daysAround, isOutside } from './leg.js';

/** That somebody looks after their own way there or back. */
export interface OwnJourney {
  readonly way: OwnWay;
  /** Where they arrive, or leave from: "Bilbao airport". */
  readonly place: string;
  /** When they arrive there, or leave. */
  readonly when: Moment;
  /** Anything else: "I come by car". */
  readonly words: string | null;
}

/** The same as a form or a program gives it. */
export interface OwnJourneyInput {
  readonly place: string;
  readonly when: MomentInput;
  readonly words: string | null;
}

/** Both ways; `null`: they travel with the party. */
export type OwnTravelInput = Readonly<Record<OwnWay, OwnJourneyInput | null>>;

/** @returns problems at `there.place`, `there.when`, `back.words` … */
export function checkOwnTravel(
  input: OwnTravelInput,
  visit: Pick<Visit, 'firstDay' | 'lastDay'>,
): Checked<readonly OwnJourney[]> {
  const checks = ownWays.flatMap((way) => {
    const journey = input[way];
    return journey === null ? [] : [checkJourney(way, journey, visit)];
  });
  const journeys = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (journeys.length < checks.length) return refused(...problemsOf(...checks));
  const [there, back] = ownWays.map((way) => journeys.find((journey) => journey.way === way));
  if (there && back && back.when.at.epochMilliseconds <= there.when.at.epochMilliseconds) {
    return refuse('back.when', 'end-before-start', 'You leave before you arrive. Check both times.');
  }
  return accepted(journeys);
}

function checkJourney(
  way: OwnWay,
  input: OwnJourneyInput,
  visit: Pick<Visit, 'firstDay' | 'lastDay'>,
): Checked<OwnJourney> {
  const place = checkText(input.place, `${way}.place`, {
    longest: 200,
    missing: {
      code: 'missing',
      message: way === 'there' ? 'Enter where you arrive.' : 'Enter where you leave from.',
    },
  });
  const what = way === 'there' ? 'the day on which you arrive' : 'the day on which you leave';
  const when = checkMoment(input.when, `${way}.when`, what);
  const words = checkOptionalText(input.words, `${way}.words`, { longest: 500, manyLines: true });
  if (!place.ok || !when.ok || !words.ok) return refused(...problemsOf(place, when, words));
  if (isOutside(when.value, visit)) {
    return refuse(
      `${way}.when`,
      'outside-the-visit',
      `This day is more than ${daysAround} days before the visit begins or after it ends. Check the day.`,
    );
  }
  return accepted({ way, place: place.value, when: when.value, words: words.value });
}
