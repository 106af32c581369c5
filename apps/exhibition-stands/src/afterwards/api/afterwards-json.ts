import type { z } from 'zod';
import { instantOf } from '#platform';
import type { FeedbackRow } from '../feedback/feedback.entity.js';
import type { AllFeedback, AskedFeedback } from '../feedback/read-feedback.js';
import type { StandHours } from '../hours/read-hours.js';
import { hoursRule } from '../in-words.js';
import type { NoteRow } from '../notes/note.entity.js';
import type { Afterwards } from '../summary/read-afterwards.js';
import type { PreviewedMails } from '../thanks/preview-thanks.js';
import type { ThanksList, ThanksWords } from '../thanks/read-thanks.js';
import type {
  afterwardsOutput,
  feedbackOutput,
  hoursOutput,
  noteOutput,
  ownFeedbackOutput,
  thanksOutput,
} from './afterwards.schema.js';

export const hoursJson = ({ minutes, people, organisations }: StandHours): z.input<typeof hoursOutput> => ({
  rule: hoursRule,
  minutes,
  people: people.map((one) => ({
    teamMemberId: one.helper.id,
    name: one.helper.name,
    organisation: one.organisationName,
    minutes: one.minutes,
    shifts: one.shifts,
    noShows: one.noShows,
    dropOuts: one.dropOuts,
  })),
  organisations: organisations.map((one) => ({
    organisationId: one.id,
    name: one.name,
    minutes: one.minutes,
    shifts: one.shifts,
    people: one.people,
  })),
});

const copied = (totals: Afterwards['feedback']['totals']) => ({ ...totals, ratings: [...totals.ratings] });

export const afterwardsJson = (given: Afterwards): z.input<typeof afterwardsOutput> => ({
  exhibitionId: given.exhibition.id,
  status: given.exhibition.status,
  neededMinutes: given.figures.needed,
  plannedMinutes: given.figures.planned,
  stoodMinutes: given.figures.stood,
  noShows: given.figures.noShows,
  dropOuts: given.figures.dropOuts,
  gaps: given.figures.gaps,
  visitors: given.visitors,
  guests: given.guests,
  stockUsed: given.stockUsed.map(({ item, used }) => ({ itemId: item.id, name: item.name, used })),
  leftBehind: given.leftBehind.map(({ itemId, name, quantity, place }) => ({
    itemId,
    name,
    quantity,
    placeCode: place.code,
    placeName: place.name,
  })),
  costs: given.costs,
  toThank: {
    people: given.thanks.people.filter(({ why }) => why === null).length,
    organisations: given.thanks.organisations.filter(({ why }) => why === null).length,
  },
  feedback: copied(given.feedback.totals),
  openNotes: given.notes.filter(({ doneAt }) => doneAt === null).length,
});

const sent = (thanks: { readonly sentAt: Date } | null): string | null =>
  thanks === null ? null : instantOf(thanks.sentAt).toString();

export const thanksJson = (
  exhibitionId: string,
  words: ThanksWords,
  { people, organisations }: ThanksList,
  mails: PreviewedMails,
): z.input<typeof thanksOutput> => ({
  id: exhibitionId,
  version: words.version,
  people: words.people,
  organisations: words.organisations,
  preview: mails,
  whom: {
    people: people.map(({ member, minutes, why, thanks }) => ({
      teamMemberId: member.id,
      name: member.name,
      minutes,
      why,
      sentAt: sent(thanks),
    })),
    organisations: organisations.map(({ organisation, contact, why, thanks }) => ({
      organisationId: organisation.id,
      name: organisation.name,
      contact: contact?.name ?? null,
      minutes: organisation.minutes,
      why,
      sentAt: sent(thanks),
    })),
  },
});

const answerJson = ({ rating, fair, wentWell, toChange, again, mayQuote }: FeedbackRow) => ({
  rating,
  fair,
  wentWell,
  toChange,
  again,
  mayQuote,
});

export const ownFeedbackJson = ({
  exhibition,
  thanks,
  until,
  isOpen,
  answer,
}: AskedFeedback): z.input<typeof ownFeedbackOutput> => ({
  exhibition: exhibition.title,
  minutes: thanks.minutes,
  until: until.toString(),
  isOpen,
  answer: answer === null ? null : answerJson(answer),
});

export const feedbackJson = ({ asked, totals, given }: AllFeedback): z.input<typeof feedbackOutput> => ({
  asked,
  totals: copied(totals),
  items: given.map(({ row, name, organisationName }) => ({
    id: row.id,
    name,
    organisation: organisationName,
    ...answerJson(row),
    answeredAt: instantOf(row.answeredAt).toString(),
  })),
});

export const noteJson = (row: NoteRow): z.output<typeof noteOutput> => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  ownerName: row.ownerName,
  doneAt: row.doneAt === null ? null : instantOf(row.doneAt).toString(),
  doneBy: row.doneByName,
  isCarried: row.carriedFrom !== null,
  feedbackId: row.feedbackId,
  taskId: row.taskId,
  version: row.version,
});
