import { extname } from 'node:path';
import { splitWords, UnbalancedQuoteError } from './split-words.ts';

export const DEFAULT_ARGUMENTS = '{command} {sample} -o {output}';

export type CommandLine = {
  /** The build's file; its extension says whether Node runs it or the system does. */
  entryPoint: string;
  /** The build's template; null is the default one. */
  arguments: string | null;
  command: string;
  /** Null when the sample is given on standard input. */
  sample: string | null;
  /** Null when the test writes no file. */
  output: string | null;
};

export type CommandLineFault = 'unbalanced_quote' | 'command_inside_word' | 'nul_character';

/** The words of a command line cannot be made; nothing was run. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
  readonly code: CommandLineFault;

  constructor(code: CommandLineFault, message: string) {
    super(message);
    this.code = code;
  }
}

const OPTIONS_BEFORE = { sample: ['-i', '--input'], output: ['-o', '--output'] };

/**
 * The words to execute. Only words of the template are looked at; those of the command are passed as they are.
 *
 * - `{command}` must be a word of its own and becomes the words of the command, possibly none.
 * - `{sample}` and `{output}` are replaced anywhere in a word, once: what replaces them is not looked at again.
 * - A word that contains a placeholder without a value (null) is left out. If the word is nothing but the placeholder,
 *   a directly preceding `-i` or `--input` (sample), `-o` or `--output` (output) is left out with it; no other option is.
 */
export function commandLineOf(line: CommandLine): string[] {
  const commandWords = split('command', line.command);
  const templateWords = split('arguments', line.arguments ?? DEFAULT_ARGUMENTS);
  const words = withoutAbsent(templateWords, line).flatMap((word) => placed(word, commandWords, line));
  const argv = [...interpreterOf(line.entryPoint), line.entryPoint, ...words];
  if (argv.some((word) => word.includes('\0'))) {
    throw new CommandLineError('nul_character', 'a word of the command line contains a NUL character');
  }
  return argv;
}

export function isNodeEntryPoint(entryPoint: string): boolean {
  return ['.js', '.cjs', '.mjs'].includes(extname(entryPoint));
}

function interpreterOf(entryPoint: string): string[] {
  return isNodeEntryPoint(entryPoint) ? [process.execPath] : [];
}

function split(name: string, text: string): string[] {
  try {
    return splitWords(text);
  } catch (error) {
    if (!(error instanceof UnbalancedQuoteError)) throw error;
    throw new CommandLineError('unbalanced_quote', `${name}: ${error.message}`);
  }
}

function withoutAbsent(words: string[], { sample, output }: Pick<CommandLine, 'sample' | 'output'>): string[] {
  const withoutSample = sample === null ? withoutPlaceholder(words, 'sample') : words;
  return output === null ? withoutPlaceholder(withoutSample, 'output') : withoutSample;
}

function withoutPlaceholder(words: string[], name: 'sample' | 'output'): string[] {
  const placeholder = `{${name}}`;
  return words.filter(
    (word, index) =>
      !word.includes(placeholder) && !(OPTIONS_BEFORE[name].includes(word) && words[index + 1] === placeholder),
  );
}

function placed(word: string, commandWords: string[], { sample, output }: CommandLine): string[] {
  if (word === '{command}') return commandWords;
  if (word.includes('{command}')) {
    throw new CommandLineError('command_inside_word', `arguments: {command} must be a word of its own, not in ${word}`);
  }
  return [
    word.replace(/\{(sample|output)\}/g, (placeholder, name) => (name === 'sample' ? sample : output) ?? placeholder),
  ];
}
