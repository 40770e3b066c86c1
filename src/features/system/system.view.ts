import type { components } from '../../../generated/api.ts';
import type { BlockedUserRow } from './blocked-users.table.ts';
import type { PlatformRow } from './platforms.table.ts';
import type { DependencyStates } from './dependencies.ts';

type Schemas = components['schemas'];

export function apiCatalogView(publicUrl: string): Schemas['Linkset'] {
  const link = (path: string, type: string) => ({ href: publicUrl + path, type });
  return {
    linkset: [
      {
        anchor: `${publicUrl}/api/v1`,
        'service-desc': [link('/openapi.json', 'application/json'), link('/openapi.yaml', 'application/yaml')],
        'service-doc': [link('/docs', 'text/html')],
        status: [link('/api/v1/system/health', 'application/json')],
      },
    ],
  };
}

export function readinessView(states: DependencyStates, stopping: boolean): Schemas['Readiness'] {
  const { database, migrations, blobs } = states;
  const ready = !stopping && database === 'ok' && migrations === 'ok' && blobs === 'ok';
  return { status: ready ? 'ok' : 'unavailable', checks: { database, migrations, blobs } };
}

export function healthView({ blobs, database }: DependencyStates, checkedAt: Date): Schemas['SystemHealth'] {
  const dependencies = [dependencyView('blobs', blobs), dependencyView('database', database)];
  return {
    status: dependencies.some((dependency) => dependency.status === 'down') ? 'down' : 'ok',
    checked_at: checkedAt.toISOString(),
    dependencies,
  };
}

/** The message is always ours: what a dependency says may hold addresses and names. */
function dependencyView(name: string, status: 'ok' | 'down'): Schemas['Dependency'] {
  return { name, status, message: status === 'ok' ? null : 'no answer' };
}

export function maintenanceStateView(platform: PlatformRow): components['schemas']['MaintenanceState'] {
  return {
    platform: platform.name,
    disabled: platform.disabled,
    reason: platform.reason,
    changed_at: platform.changed_at,
  };
}

export function toBlockedUser(user: BlockedUserRow): Schemas['BlockedUser'] {
  return { user_id: user.github_user_id, comment: user.comment, created_at: user.created_at };
}
