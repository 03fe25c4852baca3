export { type Answer, type AnswerParts, makeAnswer } from './answer.js';
export {
  AnswerCache,
  type AnswerCacheOptions,
  type Produce,
  type ReadOptions,
  type ServedAnswer,
} from './answer-cache.js';
export { cacheKey, type CacheKey, type KeyParts } from './cache-key.js';
export type { CachePolicy } from './policy.js';
export type { Seal } from './second-tier.js';
