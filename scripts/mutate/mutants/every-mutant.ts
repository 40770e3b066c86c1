import type { Mutant } from '../mutant.ts';
import { authMutants } from './auth.ts';
import { headerMutants } from './headers.ts';
import { negativeInputMutants } from './negative-input.ts';
import { ownershipMutants } from './ownership.ts';
import { pagingMutants } from './paging.ts';
import { schemaMutants } from './schema.ts';
import { semanticMutants } from './semantics.ts';
import { stateMutants } from './state.ts';
import { statusMutants } from './status.ts';

export const everyMutant: readonly Mutant[] = [
  ...authMutants,
  ...ownershipMutants,
  ...statusMutants,
  ...headerMutants,
  ...schemaMutants,
  ...negativeInputMutants,
  ...pagingMutants,
  ...stateMutants,
  ...semanticMutants,
];
