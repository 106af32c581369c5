import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const settings = JSON.parse(readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8'));

/** Lets a child process of a test run the TypeScript sources, as Jest itself does, rather than yesterday's build. */
registerHooks({
  resolve(specifier, context, next) {
    if (/^#[a-z]+$/u.test(specifier)) {
      const library = new URL(`../../../libs/${specifier.slice(1)}/src/index.ts`, import.meta.url);
      return { url: library.href, format: 'module', shortCircuit: true };
    }
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL) {
      const source = new URL(specifier.replace(/\.js$/u, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const { code } = transformSync(readFileSync(url.startsWith('file:') ? fileURLToPath(url) : url, 'utf8'), {
      ...settings,
      sourceMaps: false,
      swcrc: false,
      filename: fileURLToPath(url),
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
