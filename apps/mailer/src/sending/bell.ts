/** Wakes one who waits. Rung while nobody waits, it wakes the next one at once. */
export class Bell {
  private hasRung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.hasRung = true;
    this.wake?.();
  }

  /** Resolves when it rings, or after so many milliseconds. */
  async wait(most: number): Promise<void> {
    if (!this.hasRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, most);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = null;
    this.hasRung = false;
  }
}
