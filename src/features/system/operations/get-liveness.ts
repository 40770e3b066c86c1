import type { Operation } from '../../../http/operation.ts';

export const getLiveness: Operation<'getLiveness'> = async () => ({ status: 200, body: { status: 'ok' } });
