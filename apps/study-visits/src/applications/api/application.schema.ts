import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { referenceStatuses } from '../../references/domain/reference.js';
import { applicationKinds, applicationStatuses, questions } from '../domain/application.js';

const text = z.string();
const instant = z.string().nullable();

export const linkInput = z
  .strictObject({
    email: text,
    name: text
      .nullable()
      .default(null)
      .meta({ description: 'To begin; `null`: only to have the link again.' }),
  })
  .meta({ id: 'ApplicationLinkInput' });

export const colleaguesInput = z
  .strictObject({
    organisationId: text,
    colleagues: z
      .array(z.strictObject({ name: text, email: text, jobTitle: text.default('') }))
      .min(1)
      .max(1000)
      .meta({ description: '20 at once, 40 of an organisation for a visit; more are refused, all of them.' }),
  })
  .meta({ id: 'VisitColleaguesInput' });

export const aboutInput = z
  .strictObject({
    name: text,
    email: text.optional().meta({ description: 'Only a booking-contact of theirs can put it right.' }),
    phone: text.default(''),
    jobTitle: text.default(''),
    organisationId: text
      .default('')
      .meta({ description: 'One of `organisationChoices`, instead of a name.' }),
    organisationName: text.default(''),
    kind: text.default('member').meta({ description: '`member` or `press`.' }),
  })
  .meta({ id: 'VisitApplicationAbout' });

export const answerInput = z
  .strictObject({ answer: text.meta({ description: 'Blank: none yet.' }) })
  .meta({ id: 'VisitApplicationAnswer' });

export const accessInput = z
  .strictObject({
    needs: text.meta({ description: 'Kept sealed, apart from the application; blank: nothing.' }),
    agrees: z.boolean().meta({ description: 'That it is kept to plan the visit.' }),
  })
  .meta({ id: 'VisitAccessNeeds' });

export const refereeInput = z
  .strictObject({ name: text, email: text, relation: text.meta({ description: '“My line manager”.' }) })
  .meta({ id: 'VisitRefereeInput' });

export const referenceInput = z.strictObject({ text }).meta({ id: 'VisitReferenceInput' });

export const putInInput = z
  .strictObject({
    reason: text.default('').meta({ description: 'Needed where one cannot apply; the history tells it.' }),
  })
  .meta({ id: 'PutInApplicationInput' });

export const typedInput = z
  .strictObject({
    name: text,
    email: text.default(''),
    phone: text.default(''),
    jobTitle: text.default(''),
    organisationName: text.default(''),
    kind: text.default('member'),
    why: text.default(''),
    bringBack: text.default(''),
    supporter: text.default(''),
    reason: text.default(''),
  })
  .meta({ id: 'TypedApplicationInput' });

export const correctionInput = z
  .strictObject({ organisationName: text, kind: text, isNewcomer: z.boolean() })
  .meta({ id: 'ApplicationCorrection' });

export const applicationsQuery = z.strictObject({
  ...paging,
  q: text.optional(),
  status: z
    .enum(applicationStatuses)
    .optional()
    .meta({ description: 'Unless given: all but those withdrawn.' }),
  kind: z.enum(applicationKinds).optional(),
  organisation: text.optional().meta({ description: 'Its name.' }),
});

const visit = z.strictObject({
  id: z.uuid(),
  slug: text,
  title: text,
  applicationsOpenAt: instant,
  applicationsCloseAt: instant.meta({ description: 'The first instant that is too late.' }),
});

const own = {
  id: z.uuid(),
  status: z.enum(applicationStatuses),
  code: text
    .nullable()
    .meta({ description: 'Under which it stands in the draw; given by chance on submission.' }),
  name: text,
  email: text.nullable(),
  phone: text.nullable(),
  jobTitle: text.nullable(),
  organisationId: text.nullable(),
  organisationName: text.nullable(),
  kind: z.enum(applicationKinds),
  answers: z.partialRecord(z.enum(questions), text),
  appliedByName: text.nullable().meta({ description: 'Who signed them up.' }),
  startedAt: text,
  submittedAt: instant,
  withdrawnAt: instant,
  version: z.int(),
};

const askedReference = z.strictObject({
  id: z.uuid(),
  name: text,
  relation: text,
  status: z.enum(referenceStatuses),
  askedAt: text,
});

export const applicationOutput = z
  .strictObject({
    visit,
    ...own,
    missing: z.array(text).meta({ description: 'Steps that are still to do before it can be submitted.' }),
    organisationChoices: z.array(z.strictObject({ id: text, name: text })),
    references: z.array(askedReference).meta({ description: 'Without what they say.' }),
    isAccessSaid: z.boolean().nullable().meta({ description: '`null`: whoever asks is not to know.' }),
  })
  .meta({ id: 'VisitApplication' });

export const staffApplicationOutput = z
  .strictObject({
    ...own,
    category: text.nullable().meta({ description: 'Of the organisation on submission.' }),
    isNewcomer: z
      .boolean()
      .meta({ description: 'On submission, nobody of the organisation had been on a visit.' }),
    references: z.array(askedReference.extend({ text: text.nullable() })),
    isAccessSaid: z.boolean(),
  })
  .meta({ id: 'StaffVisitApplication' });

const listed = z
  .strictObject({
    id: z.uuid(),
    code: text.nullable(),
    status: z.enum(applicationStatuses),
    name: text,
    email: text.nullable(),
    phone: text.nullable(),
    jobTitle: text.nullable(),
    organisationId: text.nullable(),
    organisationName: text.nullable(),
    category: text.nullable(),
    kind: z.enum(applicationKinds),
    isNewcomer: z.boolean(),
    appliedByName: text.nullable(),
    startedAt: text,
    submittedAt: instant,
    withdrawnAt: instant,
    referencesGiven: z.int(),
    referencesAsked: z.int(),
  })
  .meta({ id: 'ListedVisitApplication' });

export const applicationsPage = pageOf(listed);

const count = z.strictObject({
  name: text,
  applied: z.int(),
  most: z.int().nullable().meta({ description: '`null`: no limit but the places.' }),
});

export const countsOutput = z
  .strictObject({
    draft: z.int(),
    submitted: z.int(),
    withdrawn: z.int(),
    organisations: z.array(count),
    categories: z.array(count),
  })
  .meta({ id: 'VisitApplicationCounts' });

const line = z.strictObject({
  id: z.uuid(),
  status: z.enum(applicationStatuses),
  code: text.nullable(),
  name: text,
  organisationName: text.nullable(),
  appliedByName: text.nullable(),
  submittedAt: instant,
  visitSlug: text,
  visitTitle: text,
  visitStatus: text,
  firstDay: text,
  lastDay: text,
  closesAt: instant,
});

export const linesOutput = z.strictObject({ items: z.array(line) }).meta({ id: 'OwnVisitApplications' });

export const begunOutput = z.strictObject({ ids: z.array(z.uuid()) }).meta({ id: 'BegunVisitApplications' });

export const askedOutput = z.strictObject({ asked: z.boolean() }).meta({ id: 'AskedByMail' });

export const referenceOutput = z
  .strictObject({
    visit: text,
    applicant: text,
    organisationName: text.nullable(),
    name: text,
    relation: text,
    status: z.enum(referenceStatuses),
    text: text.nullable(),
    isOpen: z.boolean().meta({ description: 'Whether it can still be given, changed or declined.' }),
    version: z.int(),
  })
  .meta({ id: 'VisitReference' });
