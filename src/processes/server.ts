import { ConfigurationError } from '../config.ts';
import { DirectoryInUse } from '../db/directory-lock.ts';
import { createLogger } from '../logger.ts';
import { settingsFrom } from '../config.ts';
import { startServer } from '../server.ts';

/** sysexits(3): what a supervisor can tell apart. */
const exitCodes = { software: 70, portBusy: 69, directoryInUse: 75, configuration: 78 } as const;

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigurationError) return exitCodes.configuration;
  if (error instanceof DirectoryInUse) return exitCodes.directoryInUse;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'EADDRINUSE' || code === 'EACCES' ? exitCodes.portBusy : exitCodes.software;
}

function reportFailure(error: unknown): void {
  const logger = createLogger('info');
  if (error instanceof ConfigurationError) logger.fatal({ setting: error.setting }, error.message);
  else if (error instanceof DirectoryInUse) logger.fatal({ owner_pid: error.pid }, error.message);
  else logger.fatal({ err: error }, 'the server could not start');
}

try {
  const settings = settingsFrom(process.env);
  const logger = createLogger(settings.logLevel);
  const starting = startServer(settings, logger, (line) => process.stdout.write(`${line}\n`));
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    void starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.fatal({ err: error }, 'the stop failed');
          process.exit(exitCodes.software);
        },
      );
  };
  // Before the server says where it is: whoever reads that may end it at once.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('unhandledRejection', (error) => {
    logger.fatal({ err: error }, 'unhandled rejection');
    process.exitCode = exitCodes.software;
    stop('SIGTERM');
  });
  await starting;
} catch (error) {
  reportFailure(error);
  process.exit(exitCodeOf(error));
}
