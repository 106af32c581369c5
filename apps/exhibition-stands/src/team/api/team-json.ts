import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import type { About } from '../domain/about.js';
import type { SlotDay } from '../domain/slots.js';
import type { Span } from '../domain/spans.js';
import type { TeamMember } from '../team-of.js';
import type { aboutInput, availabilityInput, MemberOutput, ownOutput } from './team.schema.js';

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

const spanJson = ({ from, until }: Span) => ({ from: from.toString(), until: until.toString() });

export const memberJson = ({ commitments, ...member }: TeamMember): MemberOutput => ({
  ...member,
  invitedAt: text(member.invitedAt),
  remindedAt: text(member.remindedAt),
  answeredAt: text(member.answeredAt),
  arrivesAt: text(member.arrivesAt),
  departsAt: text(member.departsAt),
  skills: [...member.skills],
  said: member.said.map(({ kind, ...span }) => ({ ...spanJson(span), kind })),
  exceptions: member.exceptions.map(({ why, ...span }) => ({ ...spanJson(span), why })),
  available: member.available.map(({ preferred, ...span }) => ({ ...spanJson(span), preferred })),
  commitments: commitments.map(({ title, start, end }) => ({
    title,
    ...spanJson({ from: start, until: end }),
  })),
  passDays: member.passDays === null ? null : [...member.passDays],
});

export const ownJson = (
  { title, zone, status, walkingMinutes }: Exhibition,
  days: readonly SlotDay[],
  member: TeamMember,
): z.output<typeof ownOutput> => ({
  exhibition: { title, zone, status, walkingMinutes },
  days: days.map(({ day, kind, slots }) => ({ day, kind, slots: slots.map(spanJson) })),
  member: memberJson(member),
});

export const spanFrom = <Each extends { readonly from: string; readonly until: string }>(each: Each) => ({
  ...each,
  from: Temporal.Instant.from(each.from),
  until: Temporal.Instant.from(each.until),
});

export const availabilityFrom = ({ said, exceptions }: z.output<typeof availabilityInput>) => ({
  said: said.map(spanFrom),
  exceptions: exceptions.map(spanFrom),
});

export const aboutFrom = (input: z.output<typeof aboutInput>): About => ({
  ...input,
  arrivesAt: input.arrivesAt === null ? null : Temporal.Instant.from(input.arrivesAt),
  departsAt: input.departsAt === null ? null : Temporal.Instant.from(input.departsAt),
});
