// Judges that are not ours, over a seeded server: each knows the published description only.
import { close } from './run-checks.ts';
import { judgeBySchemathesis } from './judges/schemathesis.ts';
import { startSeededServer } from './judges/seeded-server.ts';

const server = await startSeededServer();
try {
  const outcome = await judgeBySchemathesis(server);
  if (typeof outcome === 'string') console.log(`schemathesis: not run: ${outcome}`);
  else close(outcome);
} finally {
  for (const line of server.errors().slice(0, 20)) console.log(`server: ${line.slice(0, 1000)}`);
  await server.stop();
}
