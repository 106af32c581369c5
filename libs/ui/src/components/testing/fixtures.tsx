import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Attributes, Content } from '../content.js';
import { normaliseHtml } from './normalise-html.js';
import { RawHtml } from './raw-html.js';

interface Fixture {
  readonly name: string;
  readonly options: never;
  readonly html: string;
}

/** A pair of parameters as the design system's own macros take them. */
export interface TextOrHtml {
  readonly text?: string;
  readonly html?: string;
}

/** The same pair with what commonly goes with it. */
export interface FixtureText extends TextOrHtml {
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly isPageHeading?: boolean;
  readonly visuallyHiddenText?: string;
}

/** The content that a pair of parameters stands for: `html` wins. */
export function content({ text, html }: TextOrHtml): Content {
  return html ? <RawHtml html={html} /> : (text ?? '');
}

/** An options object with its `text` and `html` made into content. */
export function withContent<Options extends TextOrHtml>(options: Options) {
  const { text, html, ...rest } = options;
  return { ...rest, text: content({ text, html }) };
}

/** The same for an object that may be absent. */
export function withContentIfAny<Options extends TextOrHtml>(options: Options | undefined) {
  return options && withContent(options);
}

/**
 * Renders every fixture that the design system ships for a component and compares the markup with the design
 * system's own. `render` makes the component's props of the macro's options and states the options' type.
 */
export function describeFixtures(component: string, render: (options: never) => VNode): void {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const { fixtures }: { fixtures: readonly Fixture[] } = JSON.parse(readFileSync(file, 'utf8'));

  describe(component, () => {
    test.each(fixtures)('$name', ({ options, html }) => {
      expect(normaliseHtml(renderToString(render(options)))).toBe(normaliseHtml(html));
    });
  });
}
