import { invalidFields } from '../../errors.ts';

/** PostgreSQL stores no NUL in text. Texts are named by their path in the request. */
export function assertStorable(texts: Readonly<Record<string, string | readonly string[] | undefined>>): void {
  const faulty = Object.entries(texts).filter(([, text]) => [text ?? []].flat().some((part) => part.includes('\0')));
  if (faulty.length === 0) return;
  throw invalidFields(Object.fromEntries(faulty.map(([path]) => [path, ['must not contain NUL']])));
}
