// Written by `npm run generate` from openapi.yaml. Never edited.
export const operationsWithIdempotencyKey: readonly string[] = [
  "POST /api/v1/runs"
];
