import { runCommand, tellProgress } from '../backup/command.ts';
import { ConfigurationError, settingsFrom } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { resealJobTokens } from '../features/preflight/job-resealing.ts';
import { createLogger } from '../logger.ts';
import { createSealing } from '../preflight/promise/sealing.ts';
import { loadSealingKeys } from '../server-keys.ts';

// exit: 0 done, 70 failed, 75 the database belongs to a running server, 78 configuration, or a key that jobs need is not there
await runCommand(async () => {
  const settings = settingsFrom(process.env);
  const sealing = createSealing(await loadSealingKeys(settings));
  const place = { databaseUrl: settings.databaseUrl, directory: settings.dataDirectory, poolSize: 2 };
  const database = await openDatabase(place, createLogger('warn'));
  try {
    const { resealed, current, unreadable, missingKeys } = await resealJobTokens({ db: database.db, sealing });
    tellProgress(`${resealed} sealed by the active key, ${current} were already, ${unreadable} cannot be read`);
    if (missingKeys.length > 0)
      throw new ConfigurationError('SPCI_SEALING_KEYS', `not there, and needed by jobs: ${missingKeys.join(', ')}`);
  } finally {
    await database.close();
  }
}, 'noInput');
