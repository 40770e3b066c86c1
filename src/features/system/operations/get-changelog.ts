import type { Operation } from '../../../http/operation.ts';
import { publishedChangelog } from '../published-changelog.ts';

export const getChangelog: Operation<'getChangelog'> = async () => ({ status: 200, body: publishedChangelog });
