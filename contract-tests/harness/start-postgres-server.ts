import { startOnPostgres } from './shared-servers.ts';

export default startOnPostgres;
