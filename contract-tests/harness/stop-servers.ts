import { started } from './start-servers.ts';

export default async function stopServers(): Promise<void> {
  for (const part of started.splice(0)) await part.stop();
}
