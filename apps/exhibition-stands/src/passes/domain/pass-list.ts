import { plain } from '../../team/domain/team-list.js';
import { passStatuses, type PassState } from './pass.js';

/** Which people are shown. */
export interface PassFilter {
  /** In name or organisation. */
  readonly words: string;
  /** ISO; `null`: any day. */
  readonly day: string | null;
  /** How far their pass is for that day, or for any; `null`: however far. */
  readonly state: PassState | null;
}

interface Listed {
  readonly name: string;
  readonly organisationName: string | null;
  /** By the day (ISO). */
  readonly passes: Readonly<Record<string, Shown>>;
}

interface Shown {
  readonly status: PassState;
  readonly reason: string | null;
}

const states: readonly PassState[] = ['none', ...passStatuses];

/** What an address asks for; what it does not know is left out. @param days ISO, those of the stand */
export function readPassFilter(
  asked: Readonly<Record<string, unknown>>,
  days: readonly string[],
): PassFilter {
  const text = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  return {
    words: text('q'),
    day: days.find((day) => day === text('day')) ?? null,
    state: states.find((state) => state === text('state')) ?? null,
  };
}

/** The query of an address that asks for it; empty for everybody. */
export function passQuery({ words, day, state }: PassFilter): string {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', words);
  if (day !== null) query.set('day', day);
  if (state !== null) query.set('state', state);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** @param days ISO, those of the stand. A day alone keeps nobody out */
export function isShown(
  { name, organisationName, passes }: Listed,
  { words, day, state }: PassFilter,
  days: readonly string[],
): boolean {
  if (!plain(`${name} ${organisationName ?? ''}`).includes(plain(words.trim()))) return false;
  const asked = day === null ? days : [day];
  return state === null || asked.some((each) => (passes[each]?.status ?? 'none') === state);
}

/** Days that follow one another for which somebody's pass is as far, and for the same reason. */
export interface PassRun {
  /** ISO, at least one. */
  readonly days: readonly string[];
  readonly state: PassState;
  readonly reason: string | null;
}

/** The passes of one person, with what is the same told once. @param days ISO, in their order */
export function runsOf(days: readonly string[], passes: Listed['passes']): readonly PassRun[] {
  const runs: PassRun[] = [];
  for (const day of days) {
    const { status: state, reason } = passes[day] ?? { status: 'none' as const, reason: null };
    const last = runs.at(-1);
    if (last?.state === state && last.reason === reason) {
      runs[runs.length - 1] = { ...last, days: [...last.days, day] };
    } else runs.push({ days: [day], state, reason });
  }
  return runs;
}
