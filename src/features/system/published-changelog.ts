import { readFileSync } from 'node:fs';
import type { components } from '../../../generated/api.ts';

const text = readFileSync(new URL('../../../generated/api-changelog.json', import.meta.url), 'utf8');

/** Generated from the description of each release and of this version. */
export const publishedChangelog = JSON.parse(text) as components['schemas']['Changelog'];
