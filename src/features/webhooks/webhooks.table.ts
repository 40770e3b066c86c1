import type { CreatedAt } from '../../db/columns.ts';

/** What GitHub delivered, so that a delivery that comes again has no effect. */
export interface WebhookDeliveriesTable {
  delivery_id: string;
  event: string;
  received_at: CreatedAt;
}
