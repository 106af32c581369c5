import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { experiences } from '../domain/about.js';
import { saidKinds } from '../domain/availability.js';
import { memberStatuses } from '../domain/member-status.js';

const instant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'An exact instant.', examples: ['2027-09-26T09:00:00+01:00'] });

const span = { from: instant, until: instant };

export const saidSpan = z.strictObject({ ...span, kind: z.enum(saidKinds) }).meta({ id: 'SaidSpan' });

export const exceptionSpan = z
  .strictObject({ ...span, why: z.string().default('') })
  .meta({ id: 'AvailabilityException' });

/** More than these are not even read. */
const mostRead = 2000;

export const availabilityInput = z
  .strictObject({
    said: z
      .array(saidSpan)
      .max(mostRead)
      .meta({ description: 'Without overlaps, within the hours of the stand. What is not spoken of is no.' }),
    exceptions: z
      .array(exceptionSpan)
      .max(mostRead)
      .default([])
      .meta({ description: 'They hold whatever is said of the time round them.' }),
  })
  .meta({ id: 'AvailabilityInput' });

export const answersInput = z
  .strictObject({ answers: z.array(saidSpan).min(1).max(mostRead) })
  .meta({ id: 'TimeAnswers' });

export const aboutInput = z
  .strictObject({
    arrivesAt: instant.nullable(),
    departsAt: instant.nullable(),
    wishedMinutes: z.int().nullable().meta({ description: 'In all; `null`: a fair share.' }),
    mostMinutesADay: z.int().nullable(),
    experience: z.enum(experiences),
    skills: z
      .array(z.string())
      .max(mostRead)
      .meta({ description: '`lead`, `bsl`, `language:cy`, `topic:housing`.' }),
    note: z.string(),
  })
  .meta({ id: 'TeamMemberAbout' });

export const inviteesInput = z
  .strictObject({
    people: z
      .array(
        z.union([
          z.strictObject({ personId: z.string() }),
          z.strictObject({
            name: z.string(),
            email: z.string(),
            organisationName: z.string().nullable().default(null),
          }),
        ]),
      )
      .min(1)
      .max(mostRead),
  })
  .meta({ id: 'TeamInvitees' });

export const invitedOutput = z
  .strictObject({
    invited: z.array(z.uuid()).meta({ description: 'Ids of those who were invited now.' }),
    already: z.array(z.string()).meta({ description: 'Names of those who are in the team already.' }),
    unreachable: z.array(z.string()).meta({ description: 'Names of those who have no address.' }),
  })
  .meta({ id: 'InvitedTeam' });

export const detailsInput = z
  .strictObject({
    name: z.string(),
    email: z.string(),
    organisationName: z.string().nullable().default(null),
  })
  .meta({ id: 'TeamMemberDetails' });

export const remindersInput = z
  .strictObject({
    memberIds: z
      .array(z.uuid())
      .max(mostRead)
      .nullable()
      .default(null)
      .meta({ description: '`null`: all who have not answered.' }),
  })
  .meta({ id: 'TeamReminders' });

export const remindedOutput = z.strictObject({ reminded: z.int() }).meta({ id: 'RemindedTeam' });

const slot = z.strictObject({ from: z.string(), until: z.string() });

export const memberOutput = z
  .strictObject({
    id: z.uuid(),
    personId: z.string().nullable(),
    name: z.string(),
    email: z.string().nullable(),
    organisationId: z.string().nullable(),
    organisationName: z.string().nullable(),
    status: z.enum(memberStatuses),
    invitedAt: z.string().nullable(),
    remindedAt: z.string().nullable(),
    answeredAt: z.string().nullable().meta({ description: 'When what they said last changed.' }),
    arrivesAt: z.string().nullable(),
    departsAt: z.string().nullable(),
    wishedMinutes: z.int().nullable(),
    mostMinutesADay: z.int().nullable(),
    experience: z.enum(experiences),
    skills: z.array(z.string()),
    note: z.string(),
    said: z.array(z.strictObject({ from: z.string(), until: z.string(), kind: z.enum(saidKinds) })),
    exceptions: z.array(z.strictObject({ from: z.string(), until: z.string(), why: z.string() })),
    available: z
      .array(z.strictObject({ from: z.string(), until: z.string(), preferred: z.boolean() }))
      .meta({ description: 'When they can be given a shift: what they said, less the exceptions.' }),
    commitments: z
      .array(z.strictObject({ title: z.string(), from: z.string(), until: z.string() }))
      .meta({ description: 'Where they are to be besides: they count as unavailable then.' }),
    passDays: z.array(z.string()).nullable().meta({ description: '`null`: no pass is needed.' }),
    version: z.int(),
  })
  .meta({ id: 'TeamMember' });

export const teamQuery = z.strictObject({
  ...paging,
  status: z.enum(memberStatuses).optional().meta({ description: 'Unless given: all but those who left.' }),
});

export const teamPage = pageOf(memberOutput);

export const ownOutput = z
  .strictObject({
    exhibition: z.strictObject({
      title: z.string(),
      zone: z.string(),
      status: z.string(),
      walkingMinutes: z.int(),
    }),
    days: z
      .array(z.strictObject({ day: z.string(), kind: z.string().nullable(), slots: z.array(slot) }))
      .meta({ description: 'What is asked about.' }),
    member: memberOutput,
  })
  .meta({ id: 'OwnPlaceInTeam' });

export type MemberOutput = z.output<typeof memberOutput>;
