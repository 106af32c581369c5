import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import swc from '@swc/jest';
import { originsOf, withDirectImports } from './direct-imports.mjs';

/** @typedef {import('@jest/transform').AsyncTransformer} Transformer */
/** @typedef {import('@jest/transform').TransformedSource} Compiled */

// Once for a process: Jest asks for a compiler for each file of tests.
const origins = originsOf(join(import.meta.dirname, '..'));
const stamp = createHash('sha256')
  .update(JSON.stringify([...origins].map(([library, known]) => [library, ...known])))
  .update(readFileSync(join(import.meta.dirname, 'direct-imports.mjs')))
  .digest('hex');

/** @type {(compiled: Compiled) => Compiled} */
const direct = (compiled) => ({ ...compiled, code: withDirectImports(compiled.code, origins) });

/**
 * What Jest compiles sources with: swc, and then what is imported from a library leads to where it is declared. Otherwise a
 * test of one function of `#platform` would load all of Nest, and so would each after it, as nothing is kept between files.
 */
export default {
  /** @returns {Transformer} */
  createTransformer() {
    const compiler = /** @type {Required<Transformer>} */ (swc.createTransformer());
    return {
      ...compiler,
      getCacheKey: (...source) =>
        createHash('sha256')
          .update(compiler.getCacheKey(...source))
          .update(stamp)
          .digest('hex'),
      process: (...source) => direct(compiler.process(...source)),
      processAsync: async (...source) => direct(await compiler.processAsync(...source)),
    };
  },
};
