/** How long an answer is kept, and what ends its time before that. */
export interface CachePolicy {
  /** Seconds for which it is served without asking. */
  readonly fresh: number;
  /** Seconds after that for which it is served once more while it is fetched anew in the background. */
  readonly stale?: number;
  /** Seconds after the fresh ones for which it is served where the upstream is away. */
  readonly staleOnError?: number;
  /** What the answer tells about: a purge of any of these ends it on every instance. */
  readonly tags: readonly string[];
  /** True where every principal gets the same answer. Else each has its own. */
  readonly shared?: boolean;
}
