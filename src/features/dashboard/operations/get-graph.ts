import type { Operation } from '../../../http/operation.ts';
import { homeAddress } from '../dashboard-address.ts';

export const getGraph: Operation<'getGraph'> = async (_, { namedDomain, region }) => ({
  status: 302,
  headers: { Location: homeAddress(region, namedDomain) },
});
