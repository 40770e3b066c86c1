import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CommandLineError, commandLineOf, type CommandLine } from './command-line.ts';
import { splitWords } from './split-words.ts';

const FILE_TEST: CommandLine = {
  entryPoint: '/builds/extract',
  arguments: null,
  command: '',
  sample: 's.ts',
  output: 'out.srt',
};

function wordsOf(changes: Partial<CommandLine>): string[] {
  return commandLineOf({ ...FILE_TEST, ...changes }).slice(1);
}

function singleQuoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function doubleQuoted(word: string): string {
  return `"${word.replace(/[$`"\\]/g, '\\$&')}"`;
}

function faultOf(changes: Partial<CommandLine>): string {
  try {
    commandLineOf({ ...FILE_TEST, ...changes });
    return 'none';
  } catch (error) {
    return error instanceof CommandLineError ? error.code : String(error);
  }
}

const anyWord = fc.string({ unit: 'binary' }).filter((word) => !word.includes('\0'));
const shellWord = fc.string({ unit: fc.constantFrom(...'$`"\'\\*?~#|;&<>(){}[]! \tan=-') });

describe('splitting words', () => {
  test('gives back every word, however it was quoted', () => {
    const quotedWord = fc.tuple(anyWord, fc.constantFrom(singleQuoted, doubleQuoted));
    fc.assert(
      fc.property(fc.array(quotedWord), fc.constantFrom(' ', '\t', '\n', ' \r\n '), (words, blank) => {
        const text = words.map(([word, quote]) => quote(word)).join(blank);
        expect(splitWords(text)).toEqual(words.map(([word]) => word));
      }),
    );
  });

  test('gives back a word quoted piece by piece', () => {
    const piece = fc.tuple(shellWord, fc.constantFrom(singleQuoted, doubleQuoted));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const text = pieces.map(([word, quote]) => quote(word)).join('');
        expect(splitWords(text)).toEqual([pieces.map(([word]) => word).join('')]);
      }),
    );
  });

  test('splits as the shell does wherever the shell would expand nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...`ab-="'\\ \t`), maxLength: 20 });
    fc.assert(
      fc.property(text, (quoted) => {
        fc.pre(isBalanced(quoted));
        expect(splitWords(quoted)).toEqual(splitByShell(quoted));
      }),
      { numRuns: 150 },
    );
  });

  test('interprets no character outside quotes', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'$`*?~#|;&<>(){}[]!an=-'), minLength: 1 });
    fc.assert(fc.property(fc.array(plain), (words) => expect(splitWords(words.join(' '))).toEqual(words)));
  });

  test('joins lines at an escaped newline, which is no word', () => {
    expect(splitWords('a\\\nb \\\n c "d\\\ne" \'f\\\ng\'')).toEqual(['ab', 'c', 'de', 'f\\\ng']);
  });

  test.each(["'a", '"a', 'a\\', '"a\\"', `'a'"`])('refuses %p', (command) => {
    expect(faultOf({ command })).toBe('unbalanced_quote');
    expect(faultOf({ arguments: command })).toBe('unbalanced_quote');
  });
});

function isBalanced(text: string): boolean {
  return faultOf({ command: text }) === 'none';
}

function splitByShell(text: string): string[] {
  const printed = execFileSync('/bin/sh', ['-c', `set -- ${text}\nfor word do printf '%s\\0' "$word"; done`], {
    env: {},
  });
  return printed.toString().split('\0').slice(0, -1);
}

describe('the default template', () => {
  test('puts the command first, then the sample, then the output', () => {
    expect(wordsOf({ command: `--lang 'en us' -x` })).toEqual(['--lang', 'en us', '-x', 's.ts', '-o', 'out.srt']);
  });

  test('names no sample when it is on standard input', () => {
    expect(wordsOf({ command: '-', sample: null })).toEqual(['-', '-o', 'out.srt']);
  });

  test('names no output, nor its option, when no file is written', () => {
    expect(wordsOf({ command: '-x', output: null })).toEqual(['-x', 's.ts']);
  });
});

describe("a build's own template", () => {
  test('has its placeholders replaced inside words, as often as they occur', () => {
    const words = wordsOf({ arguments: '--in={sample} --pair={sample}:{output} "{output} of {sample}"' });
    expect(words).toEqual(['--in=s.ts', '--pair=s.ts:out.srt', 'out.srt of s.ts']);
  });

  test('loses whole words that name an absent file, and the option before a bare placeholder', () => {
    const template = 'a --input {sample} -q {sample} --in={sample} --output {output} -q {output} --out={output} z';
    expect(wordsOf({ arguments: template, sample: null, output: null })).toEqual(['a', '-q', '-q', 'z']);
  });

  test('keeps -o in front of anything but an absent output', () => {
    expect(wordsOf({ arguments: '-o log {command} {output}', command: '-o', output: null })).toEqual([
      '-o',
      'log',
      '-o',
    ]);
    expect(wordsOf({ arguments: '-o {sample}', output: null })).toEqual(['-o', 's.ts']);
  });

  test('may not hide the command inside a word', () => {
    expect(faultOf({ arguments: '--run={command}' })).toBe('command_inside_word');
  });
});

describe('no word is interpreted', () => {
  test('a word of the command arrives as it was written, placeholder or not', () => {
    const commandWord = fc.oneof(anyWord, shellWord, fc.constantFrom('{sample}', '{output}', '{command}', '-o', '$0'));
    fc.assert(
      fc.property(fc.array(commandWord), (words) => {
        const command = words.map(singleQuoted).join(' ');
        expect(wordsOf({ command, output: null })).toEqual([...words, 's.ts']);
      }),
    );
  });

  test('what replaces a placeholder is not replaced again', () => {
    const filename = fc.oneof(shellWord, fc.constantFrom('{output}', '{sample}', '{command}', '$&', '$1', "$'"));
    fc.assert(
      fc.property(filename, filename, (sample, output) => {
        expect(wordsOf({ sample, output })).toEqual([sample, '-o', output]);
      }),
    );
  });

  test('a NUL character is refused, since no process can be given one', () => {
    expect(faultOf({ command: 'a\0b' })).toBe('nul_character');
  });
});

test('Node runs scripts with the executable of the worker, and the system runs everything else', () => {
  const words = ['s.ts', '-o', 'out.srt'];
  for (const entryPoint of ['/builds/a.js', '/builds/a.cjs', '/builds/a.mjs']) {
    expect(commandLineOf({ ...FILE_TEST, entryPoint })).toEqual([process.execPath, entryPoint, ...words]);
  }
  for (const entryPoint of ['/builds/a', '/builds/a.py', '/builds/js']) {
    expect(commandLineOf({ ...FILE_TEST, entryPoint })).toEqual([entryPoint, ...words]);
  }
});
