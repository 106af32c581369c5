import { sheetOf } from '#sheets';
import { categoryInWords, kindWords, statusWords } from '../in-words.js';
import type { ListedApplication } from '../read-applications.js';

/** Applications to take out. What was answered is read on each one’s page, where it can be seen whole. */
export const applicationsSheet = (name: string, applications: readonly ListedApplication[]) =>
  sheetOf({
    name,
    columns: [
      { key: 'code', title: 'Code', kind: 'text' },
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'email', title: 'Email', kind: 'text' },
      { key: 'phone', title: 'Phone', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'category', title: 'Category', kind: 'text' },
      { key: 'jobTitle', title: 'What they do', kind: 'text' },
      { key: 'kind', title: 'Applies as', kind: 'text' },
      { key: 'newcomer', title: 'New to the visits', kind: 'yes-no' },
      { key: 'status', title: 'State', kind: 'text' },
      { key: 'begun', title: 'Begun', kind: 'instant' },
      { key: 'submitted', title: 'Submitted', kind: 'instant' },
      { key: 'by', title: 'Signed up by', kind: 'text' },
      { key: 'given', title: 'References given', kind: 'number' },
      { key: 'asked', title: 'References asked for', kind: 'number' },
    ],
    rows: applications.map((each) => ({
      code: each.code,
      name: each.name,
      email: each.email,
      phone: each.phone,
      organisation: each.organisationName,
      category: each.category === null ? null : categoryInWords(each.category),
      jobTitle: each.jobTitle,
      kind: kindWords[each.kind],
      newcomer: each.status === 'submitted' ? each.isNewcomer : null,
      status: statusWords[each.status],
      begun: each.startedAt,
      submitted: each.submittedAt,
      by: each.appliedByName,
      given: each.referencesGiven,
      asked: each.referencesAsked,
    })),
  });
