interface DatabaseFailure {
  readonly code: string;
  readonly constraint?: string;
}

const isDatabaseFailure = (error: unknown): error is DatabaseFailure =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code);

/** The name of the unique constraint or index that refused the statement. */
export function violatedUniqueKey(error: unknown): string | undefined {
  return isDatabaseFailure(error) && error.code === '23505' ? error.constraint : undefined;
}

/** The name of the foreign key that refused the statement: what it refers to is gone, or is still referred to. */
export function violatedForeignKey(error: unknown): string | undefined {
  return isDatabaseFailure(error) && error.code === '23503' ? error.constraint : undefined;
}

const unavailable = /^(08...|57P0[1-5]|53...|55P03|57014|25006|40001|40P01)$/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Whether the failure is the database's state, not the statement: trying again later may succeed. */
export function isUnavailable(error: unknown): boolean {
  if (isDatabaseFailure(error) && unavailable.test(error.code)) return true;
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && networkCodes.has(String(error.code))) return true;
  return (
    'message' in error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      String(error.message),
    )
  );
}
