export {
  type SerializedResponse,
  type SerializedResponseInit,
  createSerializedResponse,
} from './serialized-response.js';
export {
  ResponseCache,
  type ResponseCacheOptions,
  type ResponseLoader,
  type CacheReadOptions,
  type ServedResponse,
} from './response-cache.js';
export { createCacheKey, type CacheKey, type CacheKeyFields } from './cache-key.js';
export type { CachePolicy } from './cache-policy.js';
