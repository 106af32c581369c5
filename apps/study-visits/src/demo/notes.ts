import type { Signed } from '../learning-notes/domain/learning-note.js';

/** What somebody learned. */
export interface DemoNote {
  readonly by: string;
  readonly title: string;
  readonly text: string;
  readonly signed: Signed;
  /** That everybody may read it. */
  readonly isPublic: boolean;
  readonly isHandedIn: boolean;
}

/** What travellers of Emilia-Romagna wrote down. Nobody of these exists. */
export const notes: readonly DemoNote[] = [
  {
    by: 'Wanda Twohats',
    title: 'A consortium is a back office that its members own',
    text: `I went to see co-operatives and came home with **consortia**. A firm of five people there has somebody who writes tenders, somebody who runs the payroll and somebody who knows the law, because forty firms of five people pay for them together.

What Rochdale could do:

- ask our six care co-operatives what each of them pays for accounts, insurance and training
- offer a room and a year’s salary for the first shared person
- write the first tender so that they can answer it together`,
    signed: 'name',
    isPublic: true,
    isHandedIn: true,
  },
  {
    by: 'Carys Specimen',
    title: 'Social clauses work where the form is short',
    text: `Their tenders have one page on social value, ours has eleven. The page asks **who will be employed, for how long, and who will train them**, and it counts for a third.

I have rewritten one of ours in that way. It goes out in May, in Welsh and in English.`,
    signed: 'name',
    isPublic: true,
    isHandedIn: true,
  },
  {
    by: 'Effie Madeup',
    title: 'Patient money: loans that follow the co-operative, not the year',
    text: `Of every surplus three per cent goes into a fund that helps to begin new co-operatives. The fund takes a share, stays seven years and leaves at the price at which it came.

We lose half of ours within five years, when our grants end. Theirs do not have a cliff.`,
    signed: 'organisation',
    isPublic: true,
    isHandedIn: true,
  },
  {
    by: 'Dilip Fictional',
    title: 'Drivers who own the switchboard',
    text: `Fifteen hundred owners, one number to ring. They began with a radio and a rota on paper; the app came forty years later, and it is theirs.

Questions that our drivers will ask: who sets the fare, who answers at night, what does it cost to join, and what happens when one leaves. I have the answers to all four.`,
    signed: 'name',
    isPublic: true,
    isHandedIn: true,
  },
  {
    by: 'Quilla Quiet',
    title: 'On our catering service',
    text: 'What I would tell colleagues only: the numbers that we were shown do not hold without their rents.',
    signed: 'nobody',
    isPublic: false,
    isHandedIn: true,
  },
  {
    by: 'Farid Invented',
    title: 'Housing that is built, not kept',
    text: '',
    signed: 'name',
    isPublic: true,
    isHandedIn: false,
  },
];
