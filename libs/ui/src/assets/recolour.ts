/** GOV.UK's functional colours (`var(--govuk-<name>-colour, fallback)`) and ours in their place. */
const functional: Readonly<Record<string, string>> = {
  brand: 'brand',
  text: 'text',
  'inverse-text': 'on-fill',
  'template-background': 'page',
  'body-background': 'page',
  'print-text': 'text',
  'secondary-text': 'quiet',
  focus: 'focus',
  'focus-text': 'focus-text',
  error: 'danger',
  success: 'success',
  border: 'border',
  'input-border': 'text',
  hover: 'panel-deep',
  link: 'link',
  'link-visited': 'link-visited',
  'link-hover': 'link-hover',
  'link-active': 'text',
  'surface-background': 'panel',
  'surface-text': 'text',
  'surface-border': 'border',
};

type Use = 'ink' | 'ground' | 'line';

/** The colours that GOV.UK's components name outright, by what they are used for. */
const literal: Readonly<Record<Use, Readonly<Record<string, string>>>> = {
  ink: {
    '#ffffff': 'on-fill',
    '#0b0c0c': 'text',
    '#083d29': 'success',
    '#651b1b': 'danger',
    '#0f385c': 'info',
    '#0b4144': 'info',
    '#2a1950': 'special',
    '#651b3e': 'special',
    '#7a3c1c': 'warning',
  },
  ground: {
    '#ffffff': 'page',
    '#f3f3f3': 'panel',
    '#f4f8fb': 'panel',
    '#cecece': 'panel-deep',
    '#0f7a52': 'brand',
    '#0b5c3e': 'brand-deep',
    '#ca3535': 'danger',
    '#982828': 'danger-deep',
    '#1d70b8': 'brand',
    '#d2e2f1': 'info-soft',
    '#d0e6e7': 'info-soft',
    '#cfe4dc': 'success-soft',
    '#f4d7d7': 'danger-soft',
    '#fde4d7': 'warning-soft',
    '#ffee80': 'warning-soft',
    '#ddd6ec': 'special-soft',
    '#f4d7e5': 'special-soft',
  },
  line: {
    '#0b0c0c': 'text',
    '#cecece': 'border',
    '#858686': 'edge',
    '#083d29': 'brand-deep',
    '#0f385c': 'brand-deep',
    '#651b1b': 'danger-deep',
  },
};

function useOf(property: string): Use {
  if (property === 'color') return 'ink';
  return property.startsWith('background') ? 'ground' : 'line';
}

/**
 * Puts our custom properties in the place of every GOV.UK colour, so that all of them follow the reader's colour scheme.
 * @param css the compiled sheet, not minified; colours may be named outright only in the values of `--cn-…`
 * @throws Error naming the declaration when a colour has no counterpart here (an upgrade brought a new one)
 */
export function recolour(css: string): string {
  const counterpart = (whole: string, name: string): string => {
    const ours = functional[name];
    if (ours === undefined) throw new Error(`styles: no colour of ours stands for ${whole}`);
    return `--cn-${ours}`;
  };
  const named = css
    .replaceAll(
      /var\(--govuk-([a-z-]+)-colour,[^()]*\)/g,
      (whole, name: string) => `var(${counterpart(whole, name)})`,
    )
    // Some components change a functional colour for what is inside them.
    .replaceAll(/(?<![\w-])--govuk-([a-z-]+)-colour(?=:)/g, counterpart);
  return named.replaceAll(
    /^(\s*)([a-z-]+)(: [^;{}]*?)(#[\da-f]{3,8})\b([^;{}]*;)/gim,
    (whole, indent: string, property: string, before: string, colour: string, after: string) => {
      if (property.startsWith('--cn-')) return whole;
      const ours = literal[useOf(property)][colour.toLowerCase()];
      if (ours === undefined) throw new Error(`styles: no colour of ours stands for ${whole.trim()}`);
      return `${indent}${property}${before}var(--cn-${ours})${after}`;
    },
  );
}
