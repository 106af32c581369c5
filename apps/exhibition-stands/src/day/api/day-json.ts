import type { z } from 'zod';
import type { CoverRequest } from '../cover.repository.js';
import { askModeOf, askStateOf } from '../domain/cover-ask.js';
import type { Gap, OnRota } from '../domain/stand-now.js';
import type { AskedMember } from '../read-ask.js';
import type { OwnNow } from '../read-own-now.js';
import type { Today } from '../read-today.js';
import type { ShiftToCover } from '../shift-to-cover.js';
import type { askOutput, coverOutput, ownNowOutput, todayOutput } from './day.schema.js';

const peopleJson = (list: readonly OnRota[], names: ReadonlyMap<string, string>) =>
  list.map(({ id, shiftId, memberId, status, terms }) => ({
    assignmentId: id,
    shiftId,
    name: names.get(memberId) ?? '',
    start: terms.start.toString(),
    end: terms.end.toString(),
    label: terms.label,
    isLead: terms.isLead,
    status,
  }));

const gapJson = ({ shift, places }: Gap) => ({
  shiftId: shift.id,
  start: shift.start.toString(),
  end: shift.end.toString(),
  places,
});

export function todayJson({ now, stand, names, dropOuts, stock }: Today): z.input<typeof todayOutput> {
  const people = (list: readonly OnRota[]) => peopleJson(list, names);
  return {
    asOf: now.toString(),
    on: people(stand.on),
    due: people(stand.due),
    late: people(stand.late),
    next: people(stand.next),
    noShow: people(stand.noShow),
    gaps: stand.gaps.map(gapJson),
    laterGaps: stand.laterGaps.map(gapJson),
    atRisk: stand.atRisk.flatMap(({ who, why }) => people([who]).map((one) => ({ who: one, why: [...why] }))),
    dropOuts: dropOuts.map(({ row, name, isFree }) => ({
      name,
      shiftId: row.shiftId,
      at: row.at.toISOString(),
      reason: row.reason,
      isFree,
    })),
    lowStock: stock
      .filter(({ isLow }) => isLow)
      .map(({ item, remains }) => ({ itemId: item.id, name: item.name, remains })),
  };
}

export function ownNowJson({ now, own, stand, names, member }: OwnNow): z.input<typeof ownNowOutput> {
  const people = (list: readonly OnRota[]) => peopleJson(list, names);
  return {
    asOf: now.toString(),
    own: peopleJson(
      own.map(({ told }) => told),
      new Map([[member.id, member.name]]),
    ),
    on: people(stand.on),
    due: people(stand.due),
    late: people(stand.late),
    next: people(stand.next),
  };
}

export const coverJson = (
  { shift, gaps, candidates, members }: ShiftToCover,
  requests: readonly CoverRequest[],
): z.input<typeof coverOutput> => ({
  shiftId: shift.id,
  gaps,
  candidates: candidates.map(({ member, why, minutes, isPreferred, isHereThatDay }) => ({
    teamMemberId: member,
    name: members.get(member)?.name ?? '',
    why: [...why],
    minutes,
    isPreferred,
    isHereThatDay,
  })),
  requests: requests.map(({ row, asks }) => ({
    id: row.id,
    mode: askModeOf(row.mode),
    status: row.status === 'open' || row.status === 'filled' ? row.status : 'closed',
    asks: asks.map(({ teamMemberId, state, until }) => ({
      teamMemberId,
      state: askStateOf(state),
      until: until?.toISOString() ?? null,
    })),
  })),
});

export const askJson = ({ stands, exhibition, shift, until }: AskedMember): z.input<typeof askOutput> => ({
  stands,
  exhibition: exhibition.title,
  start: shift?.start.toString() ?? null,
  end: shift?.end.toString() ?? null,
  until: until?.toISOString() ?? null,
});
