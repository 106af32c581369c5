import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  staffPerson,
  startStands,
  type StagedExhibition,
  type StagedMember,
  type StandsStage,
} from '../stage.js';

/** Where the shifts and the rota of exhibitions are written. */
export interface BoardStage extends StandsStage {
  /** An exhibition of one day with a team of three who can all day, and shifts of two hours from nine on. */
  rota(this: void, setUp?: RotaSetUp): Promise<StagedRota>;
  /** A browser that staff are signed in with. */
  staffBrowser(this: void, browser: Browser, javaScriptEnabled?: boolean): Promise<BrowserContext>;
  /** Asks for a page, or sends a form, as staff. */
  ask(
    this: void,
    path: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string; location: string | null }>;
}

export interface RotaSetUp {
  readonly shifts?: number;
  readonly cover?: number;
  readonly leads?: number;
  readonly title?: string;
  /** Names of the team; the first can lead, the last is there for the first time. */
  readonly names?: readonly string[];
  /** Whether nobody has said when they can. */
  readonly isUnanswered?: boolean;
}

export interface StagedRota extends StagedExhibition {
  /** Their ids, in the order of time. */
  readonly shifts: readonly string[];
  readonly team: readonly StagedMember[];
  /** Of its board. */
  readonly board: string;
}

export const day = '2035-09-24';

export async function startBoard(): Promise<BoardStage> {
  const stage = await startStands();
  const headers = await stage.headers(staffPerson);
  return {
    ...stage,
    rota: (setUp = {}) => stageRota(stage, setUp),
    staffBrowser: (browser, javaScriptEnabled = true) =>
      browser.newContext({ extraHTTPHeaders: headers, javaScriptEnabled, baseURL: stage.url }),
    ask: async (path, form) => {
      const response = await fetch(`${stage.url}${path}`, {
        method: form ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { ...headers, 'sec-fetch-site': 'same-origin' },
        ...(form && { body: new URLSearchParams(form) }),
      });
      return {
        status: response.status,
        text: await response.text(),
        location: response.headers.get('location'),
      };
    },
  };
}

async function stageRota(stage: StandsStage, setUp: RotaSetUp): Promise<StagedRota> {
  const { shifts: count = 3, cover = 1, leads = 0, names = ['Ana Ek', 'Ben Ash', 'Cas Oak'] } = setUp;
  const exhibition = await stage.exhibition({ days: [day], ...(setUp.title && { title: setUp.title }) });
  const team = [];
  for (const [index, name] of names.entries())
    team.push(
      await stage.teamMember(exhibition, {
        name,
        skills: index === 0 ? ['lead'] : [],
        experience: index === names.length - 1 ? 'first-time' : 'experienced',
        status: setUp.isUnanswered ? 'invited' : 'answered',
        availability: setUp.isUnanswered ? [] : [{ from: `${day}T07:00:00Z`, until: `${day}T21:00:00Z` }],
      }),
    );
  const shifts = [];
  for (let index = 0; index < count; index += 1)
    shifts.push(
      await stage.shift(exhibition, {
        from: `${day}T${String(8 + 2 * index).padStart(2, '0')}:00:00Z`,
        until: `${day}T${String(10 + 2 * index).padStart(2, '0')}:00:00Z`,
        cover,
        leads,
      }),
    );
  return { ...exhibition, shifts, team, board: `${exhibition.manage}/rota` };
}

/** Who is on a shift, by what the board shows. */
export const namesOn = (page: Page, shift: string): Promise<readonly string[]> =>
  page.locator(`[data-shift="${shift}"] [data-chip] .cn-chip__name`).allTextContents();
