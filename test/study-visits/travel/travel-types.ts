import type { Answer } from '../stage.js';

interface MomentOutput {
  readonly at: string;
  readonly zone: string;
  readonly local: string;
}

/** A leg as the API gives it to staff. */
export interface LegOutput {
  readonly id: string;
  readonly title: string;
  readonly departs: MomentOutput;
  readonly arrives: MomentOutput;
  readonly minutes: number;
  readonly seats: number | null;
  readonly status: string;
  readonly places: readonly {
    readonly travellerId: string;
    readonly bookingReference: string | null;
    readonly seat: string | null;
  }[];
  readonly version: number;
}

/** Asks the API as staff; further headers may be given. */
export type VisitsStageApi = <Body>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer<Body>>;
