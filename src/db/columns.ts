import type { ColumnType, Generated } from 'kysely';

/** A moment as RFC 3339 text in UTC; the database fills it in. */
export type CreatedAt = ColumnType<string, never, never>;
/** A moment that a statement sets, usually to `now()` of the database. */
export type Moment = ColumnType<string, string, string>;
export type OptionalMoment = ColumnType<string | null, string | null | undefined, string | null>;
export type Id = Generated<number>;
/** A column with a default in the database. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** `jsonb`, written as text. */
export type Json<T> = ColumnType<T, string, string>;
