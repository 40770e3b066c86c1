import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

/** Strips types and nothing else, so line and column numbers in stacks are those of the source. */
const strip = (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) });

export default {
  process: strip,
  processAsync: async (source) => strip(source),
  getCacheKey: (source, file, { configString }) =>
    createHash('sha256').update(`${source}\0${file}\0${configString}\0${process.version}`).digest('hex'),
};
