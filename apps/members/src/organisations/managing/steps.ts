import type { Organisation, Status } from '../domain/organisation.js';
import { nextStatuses } from '../domain/status.js';

/** A step to another status as its link and its page put it. */
export interface StepWords {
  readonly to: Status;
  /** What the link and the button do. */
  readonly verb: string;
  /** The page's heading, a question. */
  readonly question: string;
  /** What it will do, in whole sentences. */
  readonly effects: readonly string[];
  /** What the date is, as its legend says. */
  readonly dateLegend: string;
}

const stays = 'It stays in the list of members that everybody sees';

/** How the step from one status to another reads; `null` where there is no such step. */
export function stepWords(
  { name, status: from }: Pick<Organisation, 'name' | 'status'>,
  to: Status,
): StepWords | null {
  if (!nextStatuses(from).includes(to)) return null;
  return { to, ...words(name, from)[to] };
}

/** The steps that an organisation can take now. */
export function possibleSteps(organisation: Pick<Organisation, 'name' | 'status'>): readonly StepWords[] {
  return nextStatuses(organisation.status).flatMap((to) => stepWords(organisation, to) ?? []);
}

function words(name: string, from: Status): Readonly<Record<Status, Omit<StepWords, 'to'>>> {
  return {
    applied: {
      verb: 'Take its application up again',
      question: `Has ${name} applied again?`,
      effects: ['It waits for a decision once more.'],
      dateLegend: 'Day it applied',
    },
    approved: {
      verb: 'Approve its application',
      question: `Approve the application of ${name}?`,
      effects: [
        'It is not a member yet: say so when it has joined.',
        'Until then it is in no list that members see.',
      ],
      dateLegend: 'Day it was approved',
    },
    declined: {
      verb: 'Decline its application',
      question: `Decline the application of ${name}?`,
      effects: ['Its record and its history stay.', 'It can apply again.'],
      dateLegend: 'Day it was declined',
    },
    member: memberWords(name, from),
    leaving: {
      verb: 'Say that it is leaving',
      question: `Is ${name} leaving?`,
      effects: [
        `${stays} until the day it leaves, and its people keep what members have.`,
        'When the day has come, say here that it has left.',
      ],
      dateLegend: 'Day it leaves',
    },
    retained: {
      verb: 'Keep it on in special circumstances',
      question: `Keep ${name} on in special circumstances?`,
      effects: [
        `${stays}, and counts as a member.`,
        from === 'leaving' ? 'The day on which it was to leave is dropped.' : 'Its record says why.',
      ],
      dateLegend: 'From which day',
    },
    left: {
      verb: 'Say that it has left',
      question: `Has ${name} left?`,
      effects: [
        'It leaves the list of members that everybody sees, and counts as a leaver on this day.',
        'Its people lose what only members have. Their records stay.',
        'It can join again.',
      ],
      dateLegend: 'Day it left',
    },
  };
}

function memberWords(name: string, from: Status): Omit<StepWords, 'to'> {
  if (from === 'leaving') {
    return {
      verb: 'Say that it stays',
      question: `Does ${name} stay after all?`,
      effects: ['It is a member like any other again.', 'The day on which it was to leave is dropped.'],
      dateLegend: 'Day it was decided',
    };
  }
  if (from === 'retained') {
    return {
      verb: 'End the special circumstances',
      question: `Is ${name} a member like any other again?`,
      effects: ['It stays a member, without special circumstances.'],
      dateLegend: 'From which day',
    };
  }
  return {
    verb: from === 'left' ? 'Say that it has joined again' : 'Say that it has joined',
    question: from === 'left' ? `Has ${name} joined again?` : `Has ${name} joined?`,
    effects: [
      'It goes into the list of members that everybody sees, and counts as a joiner on this day.',
      'Its people get what only members have.',
    ],
    dateLegend: 'Day it joined',
  };
}
