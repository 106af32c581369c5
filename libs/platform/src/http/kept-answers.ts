import type { FinishedAnswer } from './finished-answer.js';

interface Kept<Answer> {
  readonly generation: string;
  readonly answer: Answer;
}

/**
 * Answers kept in memory, each for as long as what it was made from is the same. The least recently used go first when
 * `maxBytes` is reached.
 */
export class KeptAnswers<Answer extends Pick<FinishedAnswer, 'size'> = FinishedAnswer> {
  private readonly kept = new Map<string, Kept<Answer>>();
  private bytes = 0;

  /** @param maxBytes how much memory the kept answers may take */
  constructor(private readonly maxBytes: number) {}

  /**
   * @param generationNow says what answers like this one are made from by now; `null`: that cannot be known
   * @returns the answer, if it is still good
   */
  get(key: string, generationNow: (answer: Answer) => string | null): Answer | null {
    const entry = this.kept.get(key);
    if (entry === undefined) return null;
    if (entry.generation !== generationNow(entry.answer)) {
      this.drop(key, entry);
      return null;
    }
    this.kept.delete(key);
    this.kept.set(key, entry);
    return entry.answer;
  }

  /** @param generation what it was made from, as known before the making began */
  keep(key: string, generation: string, answer: Answer): void {
    // One answer must not push out all the others.
    if (answer.size >= this.maxBytes / 4) return;
    const before = this.kept.get(key);
    if (before) this.drop(key, before);
    this.kept.set(key, { generation, answer });
    this.bytes += answer.size;
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest, old);
    }
  }

  private drop(key: string, { answer }: Kept<Answer>): void {
    this.kept.delete(key);
    this.bytes -= answer.size;
  }
}
