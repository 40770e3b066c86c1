import { AppError, invalidFields } from '../../errors.ts';
import { commonPasswords } from './common-passwords.ts';
import { canonicalPassword, passwordBytesMax } from './passwords.ts';

interface Owner {
  readonly name: string;
  readonly email: string;
}

export interface PasswordFault {
  readonly code: 'validation_error' | 'unprocessable';
  readonly text: string;
}

const charactersMin = 10;
const charactersMax = 500;
const contextWordCharactersMin = 3;

const charactersIn = (text: string): number => [...text].length;

/** What an attacker who knows the account tries first. Words of one or two letters occur in any sentence. */
function contextWords({ name, email }: Owner): string[] {
  const localPart = email.slice(0, email.lastIndexOf('@'));
  return ['spci', ...`${name} ${localPart}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)]
    .filter((word) => charactersIn(word) >= contextWordCharactersMin)
    .toSorted((one, other) => other.length - one.length);
}

/** `!!password123` as `password`. */
const withoutDecoration = (text: string): string => text.replace(/^\P{L}+|\P{L}+$/gu, '');

/** What is wrong with a new password of this account. The words of its context count for nothing in it. */
export function passwordFault(password: string, owner: Owner): PasswordFault | undefined {
  const canonical = canonicalPassword(password);
  const characters = charactersIn(canonical);
  if (characters < charactersMin || characters > charactersMax)
    return { code: 'validation_error', text: `must have ${charactersMin} to ${charactersMax} characters` };
  if (Buffer.byteLength(password) > passwordBytesMax)
    return {
      code: 'unprocessable',
      text: `must not have more than ${passwordBytesMax} bytes, which no login takes`,
    };
  const own = contextWords(owner).reduce((rest, word) => rest.replaceAll(word, ''), canonical.toLowerCase());
  if (charactersIn(own) < charactersMin)
    return { code: 'unprocessable', text: 'must not be built from the name, the e-mail address or spci' };
  if (commonPasswords.has(own) || commonPasswords.has(withoutDecoration(own)))
    return { code: 'unprocessable', text: 'is one of the commonest passwords' };
  return undefined;
}

/** `field` is the path of the password in the request. */
export function assertNewPassword(password: string, owner: Owner, field: string): void {
  const fault = passwordFault(password, owner);
  if (fault === undefined) return;
  const fields = { [field]: [fault.text] };
  if (fault.code === 'validation_error') throw invalidFields(fields);
  throw new AppError('unprocessable', 'This password is not taken.', { fields });
}
