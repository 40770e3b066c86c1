import { stopStarted } from './shared-servers.ts';

export default stopStarted;
