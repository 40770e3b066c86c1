import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { smokePrograms, workspace, type Toolkit } from '../generator.ts';

/** The dependencies of earlier runs are kept: cargo compiles them for minutes. */
const environment = { CARGO_TARGET_DIR: join(workspace, 'tools/rust') };

export const rust: Toolkit = {
  language: 'Rust',
  needs: ['cargo', 'cc'],
  tools: [],
  prepare: async ({ directory }, id) => {
    const programs = join(smokePrograms, 'rust');
    await mkdir(join(directory, 'src'));
    await cp(join(programs, 'Cargo.toml'), join(directory, 'Cargo.toml'));
    await cp(join(programs, `${id}.rs`), join(directory, 'src/main.rs'));
  },
  compile: () => [{ command: 'cargo', words: ['build', '--quiet'], environment }],
  smoke: () => ({ command: join(environment.CARGO_TARGET_DIR, 'debug/smoke'), words: [] }),
};
