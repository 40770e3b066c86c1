import { completeGithubLink } from '../features/accounts/operations/complete-github-link.ts';
import { completePasswordReset } from '../features/accounts/operations/complete-password-reset.ts';
import { createPasswordReset } from '../features/accounts/operations/create-password-reset.ts';
import { createSignup } from '../features/accounts/operations/create-signup.ts';
import { createUserPasswordReset } from '../features/accounts/operations/create-user-password-reset.ts';
import { createUser } from '../features/accounts/operations/create-user.ts';
import { deactivateUser } from '../features/accounts/operations/deactivate-user.ts';
import { deleteGithubLink } from '../features/accounts/operations/delete-github-link.ts';
import { getCurrentUser } from '../features/accounts/operations/get-current-user.ts';
import { getGithubConfirmation } from '../features/accounts/operations/get-github-confirmation.ts';
import { getFtpCredentials } from '../features/accounts/operations/get-ftp-credentials.ts';
import { getGithubLink } from '../features/accounts/operations/get-github-link.ts';
import { getUser } from '../features/accounts/operations/get-user.ts';
import { listUsers } from '../features/accounts/operations/list-users.ts';
import { setUpInstallation } from '../features/accounts/operations/set-up-installation.ts';
import { updateAccount } from '../features/accounts/operations/update-account.ts';
import { updateUser } from '../features/accounts/operations/update-user.ts';
import { createDomain } from '../features/domains/operations/create-domain.ts';
import { listDomains } from '../features/domains/operations/list-domains.ts';
import { createPromiseToken } from '../features/promise-tokens/operations/create-promise-token.ts';
import { exchangePromiseToken } from '../features/promise-tokens/operations/exchange-promise-token.ts';
import { introspectPromiseToken } from '../features/promise-tokens/operations/introspect-promise-token.ts';
import { invalidatePromiseToken } from '../features/promise-tokens/operations/invalidate-promise-token.ts';
import { createSession } from '../features/sessions/operations/create-session.ts';
import { deleteSession } from '../features/sessions/operations/delete-session.ts';
import { getSignInPage } from '../features/sessions/operations/get-sign-in-page.ts';
import { createChildToken } from '../features/tokens/operations/create-child-token.ts';
import { createLegacyToken } from '../features/tokens/operations/create-legacy-token.ts';
import { createToken } from '../features/tokens/operations/create-token.ts';
import { introspectToken } from '../features/tokens/operations/introspect-token.ts';
import { listTokens } from '../features/tokens/operations/list-tokens.ts';
import { revokeCurrentToken } from '../features/tokens/operations/revoke-current-token.ts';
import { rotateToken } from '../features/tokens/operations/rotate-token.ts';
import { revokeLegacyToken } from '../features/tokens/operations/revoke-legacy-token.ts';
import { revokeToken } from '../features/tokens/operations/revoke-token.ts';
import type { Operation, OperationId } from './operation.ts';

/** Part of the registry: who people and programs are, and how they come in. */
export const accessOperations = {
  setUpInstallation,
  listTokens,
  createToken,
  createChildToken,
  revokeCurrentToken,
  introspectToken,
  createPromiseToken,
  exchangePromiseToken,
  introspectPromiseToken,
  invalidatePromiseToken,
  revokeToken,
  rotateToken,
  createLegacyToken,
  revokeLegacyToken,
  getCurrentUser,
  updateAccount,
  getFtpCredentials,
  getGithubLink,
  deleteGithubLink,
  getGithubConfirmation,
  completeGithubLink,
  createSignup,
  createPasswordReset,
  completePasswordReset,
  createUserPasswordReset,
  listUsers,
  getUser,
  updateUser,
  deactivateUser,
  createUser,
  listDomains,
  createDomain,
  createSession,
  deleteSession,
  getSignInPage,
} satisfies { readonly [Id in OperationId]?: Operation<Id> };
