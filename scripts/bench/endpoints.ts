export const endpoints = ['list', 'run', 'summary'] as const;
export type Endpoint = (typeof endpoints)[number];

export const pageLimit = 50;

export const shownPaths: Readonly<Record<Endpoint, string>> = {
  list: `GET /api/v1/runs?limit=${pageLimit}`,
  run: 'GET /api/v1/runs/{id}',
  summary: 'GET /api/v1/runs/{id}/summary',
};

/** The same sequence for every variant: the runs in turn. */
export function pathOf(endpoint: Endpoint, runIds: readonly number[], serial: number): string {
  const id = runIds[serial % runIds.length] ?? 0;
  if (endpoint === 'list') return `/api/v1/runs?limit=${pageLimit}`;
  return endpoint === 'run' ? `/api/v1/runs/${id}` : `/api/v1/runs/${id}/summary`;
}
