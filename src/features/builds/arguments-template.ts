import { AppError } from '../../errors.ts';
import { wordsOf } from '../regression-tests/word-splitting.ts';

/** A commit has one build for good, so a template that no command fits into is refused when it comes. */
export function assertUsableTemplate(template: string): void {
  const words = wordsOf(template);
  if (words === undefined) throw new AppError('unprocessable', 'A quote in the arguments is never closed.');
  const misplaced = words.find((word) => word.includes('{command}') && word !== '{command}');
  if (misplaced !== undefined)
    throw new AppError('unprocessable', 'In the arguments, {command} must be a word of its own.', { word: misplaced });
}
