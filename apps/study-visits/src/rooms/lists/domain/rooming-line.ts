import type { RoomType } from '../../domain/problem.js';

/** One line of a rooming list: somebody in a room for nights that follow on each other. */
export interface RoomingLine {
  readonly sleeperId: string;
  readonly key: string;
  readonly type: RoomType;
  /** The day of the first night, and that on which they leave. */
  readonly arrives: string;
  readonly leaves: string;
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  /** `Delegate`, `Leader`, `Driver`. */
  readonly pax: string;
  /** 60 characters at most. */
  readonly note: string;
}
