// What the package exports.
export type { components, operations, paths } from '../../generated/client.ts';
export { ApiError, isApiError, type ErrorBody, type ErrorCode } from './api-error.ts';
export { answerOf, createClient, type CallResult, type ClientOptions, type SpciClient } from './client.ts';
export { itemsByCursor, itemsByOffset } from './paging.ts';
export {
  DigestError,
  downloadToFile,
  queueSample,
  uploadBuild,
  uploadBytes,
  uploadSample,
  type BuildUpload,
  type ByteSource,
  type SampleUpload,
} from './transfer.ts';
export { waitForRun, type WaitOptions } from './waiting.ts';
