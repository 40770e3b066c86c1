import type { components } from '../../../generated/api.ts';
import type { DomainRow } from './domains.table.ts';

export function toDomain(domain: DomainRow): components['schemas']['Domain'] {
  return { domain_id: domain.id, slug: domain.slug, created_at: domain.created_at };
}
