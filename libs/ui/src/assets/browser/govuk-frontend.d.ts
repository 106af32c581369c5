/** The package ships no types; these are the parts that `forms.ts` uses (govuk-frontend 6, `init.mjs`). */
declare module 'govuk-frontend' {
  interface ComponentClass {
    readonly moduleName: string;
    new ($root: Element | null): unknown;
  }
  export const Button: ComponentClass;
  export const Checkboxes: ComponentClass;
  export const ErrorSummary: ComponentClass;
  export const NotificationBanner: ComponentClass;
  export class Radios {
    static readonly moduleName: string;
    constructor($root: Element | null);
    /** Shows or hides what belongs to one choice, and notes which in `aria-expanded`. */
    syncConditionalRevealWithInputState($input: HTMLInputElement): void;
  }
  export const ServiceNavigation: ComponentClass;
  export const Tabs: ComponentClass;
  /** Starts `component` on every element whose `data-module` names it; does nothing where the browser is too old. */
  export function createAll(component: ComponentClass): unknown[];
}
