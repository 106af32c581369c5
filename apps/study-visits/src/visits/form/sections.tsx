import type { ComponentChildren } from 'preact';
import { accepted, type Checked, type Words } from '#checks';
import { rowsTogether, textIn, type Form, type SubmittedValues } from '#ui';
import { checkSlug } from '../domain/slug.js';
import type { Visit } from '../domain/visit.js';
import { checkWhat } from '../domain/what.js';
import { withSlug, type VisitChange } from '../edit-visit.js';
import { limitsInWords, moneyWords, whatInWords, windowInWords } from '../in-words.js';
import { checkLimitsForm, fillLimits, LimitsFields, limitsNames } from './limits-form.js';
import { checkMoneyForm, fillMoney, MoneyFields, moneyNames, refundRows } from './money-form.js';
import { contactRows, fillWhat, readWhat, WhatFields, whatNames } from './what-form.js';
import { checkWindowForm, fillWindow, WindowFields, windowNames } from './window-form.js';

/** A part of what a visit says that is sensible to fill in at once. */
export interface VisitSection {
  /** As in its address: `edit/money`. */
  readonly part: string;
  readonly heading: string;
  /** What the link to it says, beside its heading. */
  readonly change: string;
  /** The form's controls, in the order of the page. */
  readonly names: readonly string[];
  readonly fill: (visit: Visit) => SubmittedValues;
  /** Moves lines that are alike together, so that problems are told at the lines that show them. */
  readonly tidy: (values: SubmittedValues) => SubmittedValues;
  readonly read: (values: SubmittedValues) => Checked<VisitChange>;
  readonly fields: (form: Form, visit: Visit) => ComponentChildren;
  /** What it says now, by what staff call it. */
  readonly words: (visit: Visit) => Words;
}

const asChange = <Details extends VisitChange['details']>(details: Checked<Details>): Checked<VisitChange> =>
  details.ok ? accepted({ details: details.value }) : details;

/** In the order in which they are filled in. */
export const visitSections: readonly VisitSection[] = [
  {
    part: 'edit',
    heading: 'What, where and when',
    change: 'what, where and when',
    names: whatNames,
    fill: fillWhat,
    tidy: (values) => rowsTogether(values, contactRows),
    read: (values) => withSlug(checkWhat(readWhat(values)), checkSlug(textIn(values, 'slug'))),
    fields: (form, visit) => <WhatFields form={form} isDraft={visit.status === 'draft'} />,
    words: whatInWords,
  },
  {
    part: 'edit/places',
    heading: 'Places and limits',
    change: 'places and limits',
    names: limitsNames,
    fill: fillLimits,
    tidy: (values) => values,
    read: (values) => asChange(checkLimitsForm(values)),
    fields: (form) => <LimitsFields form={form} />,
    words: limitsInWords,
  },
  {
    part: 'edit/money',
    heading: 'Money and refunds',
    change: 'money and refunds',
    names: moneyNames,
    fill: fillMoney,
    tidy: (values) => rowsTogether(values, refundRows),
    read: (values) => asChange(checkMoneyForm(values)),
    fields: (form) => <MoneyFields form={form} />,
    words: moneyWords,
  },
  {
    part: 'edit/applications',
    heading: 'Dates for applications',
    change: 'dates for applications',
    names: windowNames,
    fill: fillWindow,
    tidy: (values) => values,
    read: (values) => asChange(checkWindowForm(values)),
    fields: (form) => <WindowFields form={form} />,
    words: windowInWords,
  },
];
