import type { Operation } from '../../../http/operation.ts';
import { descriptionLinks } from '../../../published-description.ts';

export const getLiveness: Operation<'getLiveness'> = async () => ({
  status: 200,
  headers: { Link: descriptionLinks },
  body: { status: 'ok' },
});
