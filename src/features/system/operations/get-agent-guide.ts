import type { Operation } from '../../../http/operation.ts';
import { descriptionLinks } from '../../../published-description.ts';
import { agentGuide } from '../agent-guide.ts';

export const getAgentGuide: Operation<'getAgentGuide'> = async ({ settings }) => ({
  status: 200,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', Link: descriptionLinks },
  text: agentGuide(settings.publicUrl ?? ''),
});
