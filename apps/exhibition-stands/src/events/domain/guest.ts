import { accepted, checkOptionalText, problemsOf, refuse, refused, type Checked } from '#checks';

export type GuestStatus = 'invited' | 'coming' | 'not-coming';

/** How many a guest may be let bring. */
export const mostPlusOnes = 10;

/** What a guest answers. */
export interface GuestAnswer {
  readonly status: Exclude<GuestStatus, 'invited'>;
  readonly plusOnes: number;
  /** Special category; `null`: none. */
  readonly dietary: string | null;
}

/** The same as it was sent. */
export interface AnswerInput {
  readonly answer: string;
  readonly plusOnes: Checked<number>;
  readonly dietary: string | null;
}

/** @returns the answer, or all that is wrong with it, each at its field */
export function checkAnswer(
  input: AnswerInput,
  { plusOnesAllowed }: { readonly plusOnesAllowed: number },
): Checked<GuestAnswer> {
  if (input.answer === 'not-coming') return accepted({ status: 'not-coming', plusOnes: 0, dietary: null });
  if (input.answer !== 'coming') return refuse('answer', 'missing', 'Say whether you are coming.');
  const plusOnes =
    input.plusOnes.ok && input.plusOnes.value > plusOnesAllowed
      ? refuse(
          'plusOnes',
          'too-many',
          plusOnesAllowed === 0
            ? 'This invitation is for you alone. Enter 0.'
            : `You can bring at most ${plusOnesAllowed}. Enter ${plusOnesAllowed} or fewer.`,
        )
      : input.plusOnes;
  const dietary = checkOptionalText(input.dietary, 'dietary', { longest: 500, manyLines: true });
  if (!plusOnes.ok || !dietary.ok) return refused(...problemsOf(plusOnes, dietary));
  return accepted({ status: 'coming', plusOnes: plusOnes.value, dietary: dietary.value });
}

/** What is known of somebody on the list. */
export interface InvitedGuest {
  readonly status: GuestStatus;
  readonly email: string | null;
}

/** Whether somebody on the list of an event that is published was mailed an invitation and has not said no. */
export const hasInvitation = ({ status, email }: InvitedGuest): boolean =>
  email !== null && status !== 'not-coming';

/** How many places a guest takes. */
export const placesOf = ({
  status,
  plusOnes,
}: {
  readonly status: GuestStatus;
  readonly plusOnes: number;
}): number => (status === 'coming' ? 1 + plusOnes : 0);
