import { conflict, notFound, type Problem } from '#platform';
import type { ExpenseState, ExpenseStep } from './domain/steps.js';

/** 404: also for somebody else's, by a traveller's link. */
export const noSuchExpense = (): Problem => notFound('There is no such expense. It may have been deleted.');

/** 409: somebody changed it after the person had read it. */
export const expenseMeanwhile = (): Problem =>
  conflict('edited-meanwhile', 'This expense was changed after you opened it. Look at it again.');

/** 409: nobody decides about money that they get themselves. */
export const ownClaim = (): Problem =>
  conflict('own-claim', 'This is your own claim. Somebody else of the staff has to look at it.');

const stateWords: Readonly<Record<ExpenseState, string>> = {
  written: 'It is written and not sent yet.',
  sent: 'It is sent, and waits for staff.',
  agreed: 'Staff have agreed to it already.',
  refused: 'Staff have refused it already.',
  paid: 'It is paid back already.',
};

const stepWords: Readonly<Record<ExpenseStep, string>> = {
  save: 'An expense can be changed while it is not sent, or after it was refused.',
  send: 'Only one that is written is sent.',
  withdraw: 'Only one that waits for staff is taken back.',
  agree: 'Only one that was sent is agreed to.',
  refuse: 'Only one that was sent is refused.',
  pay: 'Only somebody’s own money that was agreed to is paid back.',
  reopen: 'There is no decision to go back on.',
};

/** 409: it stands so that a step cannot be taken. */
export const wrongState = (step: ExpenseStep, state: ExpenseState): Problem =>
  conflict('wrong-state', `${stateWords[state]} ${stepWords[step]}`);
