import { isValidElement, toChildArray, type ComponentChildren, type VNode } from 'preact';

/** Words, or an element: what the design system's paired `text` and `html` parameters become. */
export type Content = string | number | VNode;

/** Attributes passed on to an element as they are: for what a component has no prop of its own for. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Content with its classes and attributes, where the words alone are not enough. */
export interface ContentOptions {
  readonly text: Content;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** A list's entry that may be left out in place: `condition && { … }`. */
export type Maybe<T> = T | false | null | undefined | '';

/** What a control can hold; compared and written out as a string, as a browser sends it. */
export type ControlValue = string | number | boolean;

/** True for content given by itself, rather than as an options object. */
export function isContent(given: Content | ContentOptions): given is Content {
  return typeof given !== 'object' || isValidElement(given);
}

/** True for an entry that is there. */
export function isPresent<T extends object>(entry: Maybe<T>): entry is T {
  return Boolean(entry);
}

/** True if there is something to show. */
export function hasContent(content: ComponentChildren): boolean {
  return toChildArray(content).some((child) => child !== '');
}

/** True if the content is words only, without an element among them. */
export function isPlainText(content: ComponentChildren): boolean {
  return hasContent(content) && toChildArray(content).every((child) => typeof child !== 'object');
}

/** The class attribute of the names given, those that are absent left out. */
export function classNames(...names: readonly Maybe<string>[]): string {
  return names.filter(Boolean).join(' ');
}
