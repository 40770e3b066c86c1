import type { Operation } from '../../../http/operation.ts';
import { receiveEvent } from '../receive-event.ts';
import { receiptView } from '../webhooks.view.ts';

export const receiveGithubEvent: Operation<'receiveGithubEvent'> = async (context, { headers, body }) => {
  const delivery = { id: headers['X-GitHub-Delivery'], event: headers['X-GitHub-Event'], body };
  const effects = await receiveEvent(context, delivery);
  const receipt = receiptView(effects);
  const { outcome, message } = receipt;
  context.logger.info({ delivery_id: delivery.id, event: delivery.event, outcome }, message);
  return { status: 200, body: receipt };
};
