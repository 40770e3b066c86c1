import { startOnEmbedded } from './shared-servers.ts';

export default startOnEmbedded;
