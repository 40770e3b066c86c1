import type { Operation } from '../../../http/operation.ts';
import { homeAddress } from '../dashboard-address.ts';

export const getHome: Operation<'getHome'> = async (_, { namedDomain }) => ({
  status: 302,
  headers: { Location: homeAddress(namedDomain) },
});
