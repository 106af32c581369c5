import type { Locator } from 'playwright-core';

/** How somebody works a page: each does the same to what is there, in a way of its own. */
export interface Hands {
  /** A link or a button. */
  press(this: void, target: Locator): Promise<void>;
  /** Puts text into a field, instead of what is in it. */
  write(this: void, target: Locator, text: string): Promise<void>;
  /** A radio button or a checkbox: chosen afterwards. */
  choose(this: void, target: Locator): Promise<void>;
  /** One of the options of a list, by its words. */
  pick(this: void, target: Locator, option: string): Promise<void>;
}

/** By mouse, or by touch. */
export const byPointer: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
  pick: async (target, option) => void (await target.selectOption({ label: option })),
};

/** More than the stops of any page: by then the tab key has been everywhere. */
const mostStops = 600;

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/**
 * Presses a key until something is so, as somebody does who looks at the page meanwhile.
 *
 * @throws Error when it does not become so, however often the key is pressed
 */
async function pressUntil(target: Locator, key: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let stops = 0; stops < mostStops; stops++) {
    if (await isSo()) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target.toString()}`);
}

/** Goes to something with the tab key alone, as somebody does who cannot use a mouse. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  await pressUntil(target, 'Tab', () => isFocused(target));
}

/** By keyboard alone: what the tab key does not come to cannot be used. */
export const byKeyboard: Hands = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (target, text) => {
    await tabTo(target);
    await target.page().keyboard.press('ControlOrMeta+A');
    await target.page().keyboard.insertText(text);
  },
  choose: async (target) => {
    await target.waitFor({ state: 'attached' });
    // The tab key stops once at a group of radio buttons; the arrow keys go from one to the next.
    const inGroup = () =>
      target.evaluate(
        (element: HTMLInputElement) =>
          element === document.activeElement ||
          (element.type === 'radio' &&
            document.activeElement instanceof HTMLInputElement &&
            document.activeElement.name === element.name),
      );
    await pressUntil(target, 'Tab', inGroup);
    await pressUntil(target, 'ArrowDown', () => isFocused(target));
    if (!(await target.isChecked())) await target.page().keyboard.press('Space');
  },
  pick: async (target, option) => {
    await tabTo(target);
    await target.page().keyboard.press('Home');
    await pressUntil(target, 'ArrowDown', () =>
      target.evaluate(
        (element: HTMLSelectElement, words) => element.selectedOptions[0]?.text.trim() === words,
        option,
      ),
    );
  },
};
