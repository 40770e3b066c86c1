/** What is wrong with a name, in words; undefined when a file may have it. Directories are none of a queue's. */
export function nameFault(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return 'That is not the name of a file.';
  if (/[/\\]/.test(name)) return 'There are no directories: send the name alone.';
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'A name has no control characters.';
  return [...name].length > 255 ? 'A name has at most 255 characters.' : undefined;
}
