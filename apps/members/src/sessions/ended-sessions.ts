import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { heartbeatEvery, Listener, type EndedLine, type Log } from '#platform';
import type { MembersSettings } from '../settings.js';
import { LOG, SETTINGS } from '../tokens.js';

/** The channel on which the tables' triggers announce sessions and API tokens. */
const channel = 'members_ended_sessions';

/** Whoever is told. */
export interface Told {
  tell(this: void, line: EndedLine): void;
  /** From now on something might be missed; whoever was told has to ask anew. */
  close(this: void): void;
}

/** Passes on, to every shell, which sessions have ended or may do something else now, whichever replica did it. */
@Injectable()
export class EndedSessions implements OnModuleInit, OnModuleDestroy {
  private readonly told = new Set<Told>();
  private readonly listener: Listener;
  private isListening = false;
  private beat: NodeJS.Timeout | undefined;

  constructor(@Inject(SETTINGS) settings: Pick<MembersSettings, 'DATABASE_URL'>, @Inject(LOG) log: Log) {
    const hearer = {
      listening: () => {
        this.isListening = true;
      },
      heard: (sessionId: string) => this.tellAll({ sessionId }),
      lost: () => {
        this.isListening = false;
        this.closeAll();
      },
    };
    this.listener = new Listener(settings.DATABASE_URL, channel, hearer, log);
  }

  onModuleInit(): void {
    this.listener.start();
    this.beat = setInterval(() => this.tellAll({ alive: true }), heartbeatEvery);
    this.beat.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.beat);
    await this.listener.stop();
    this.closeAll();
  }

  /**
   * From now on `told` hears of everything, beginning with that it is heard.
   *
   * @returns what ends that; `null` while we hear nothing ourselves
   */
  follow(told: Told): (() => void) | null {
    if (!this.isListening) return null;
    this.told.add(told);
    told.tell({ alive: true });
    return () => {
      this.told.delete(told);
    };
  }

  private tellAll(line: EndedLine): void {
    for (const { tell } of this.told) tell(line);
  }

  private closeAll(): void {
    for (const { close } of this.told) close();
    this.told.clear();
  }
}
