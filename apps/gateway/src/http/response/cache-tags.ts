import type { Principal } from '#koodrive';

/** The parts of a request that its cache tags depend on. */
export interface CacheTagContext {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly principal: Principal;
}

/** How long a response is cached, and the tags by which it is invalidated. */
export interface CacheRule {
  readonly maxAgeSeconds: number;
  /** Seconds after `maxAgeSeconds` in which the stale response is served while a new one is fetched. */
  readonly staleWhileRevalidateSeconds?: number;
  /** Seconds after `maxAgeSeconds` in which the stale response is served when the upstream is unavailable. */
  readonly staleIfErrorSeconds?: number;
  /** True where every principal gets the same response; otherwise each principal has its own cache entry. */
  readonly sharedAcrossPrincipals?: boolean;
  /** Other times for some responses of the route; 0 means that they are not cached. */
  readonly lifetimeOverrides?: (
    context: CacheTagContext,
  ) => Partial<Pick<CacheRule, 'maxAgeSeconds' | 'staleWhileRevalidateSeconds' | 'staleIfErrorSeconds'>>;
  readonly tags: (context: CacheTagContext) => readonly string[];
  /** Whether the response may be cached. Default: every response may. */
  readonly cacheIf?: (response: never) => boolean;
}

/** The cache tags that a write invalidates. */
export type InvalidationRule = (context: CacheTagContext) => readonly string[];

const principalTag = (principal: Principal): string => (principal.kind === 'app' ? 'app' : principal.userId);

/**
 * The tags of cached responses: what a read depends on and a write changes (docs/decisions/0004). They contain no
 * principal, so that a write by one caller invalidates the responses of all callers. The exceptions are
 * `messageReadState` and `favorites`, for data that only its user can change.
 */
export const cacheTags = {
  /** The list of spaces, and the properties of each space. */
  spaces: 'spaces',
  /** Everything inside one space: listings, single files, paths, statistics. */
  files: (spaceId: string): string => `files:${spaceId}`,
  /** Reads of files in many spaces at once: searches, and shares, which show files. */
  search: 'search',
  /** The tree of departments. */
  departments: 'departments',
  /** Users, their lists and counts, and everything that shows a user's name, role or department. */
  users: 'users',
  /** Groups and their members. */
  groups: 'groups',
  /** What users share and receive. */
  shares: 'shares',
  /** The messages that users receive because of actions of other users. */
  messages: 'messages',
  /** The permissions of users in spaces. */
  permissions: 'permissions',
  /**
   * Which users have access to which spaces. A cached read of a space must not outlive its reader's access to the
   * space.
   */
  access: 'access',
  permissionTemplates: 'permission-templates',
  /** Settings of the organization. */
  settings: 'settings',
  /** Which messages are read. Only their user changes it. */
  messageReadState: (principal: Principal): string => `mine:${principalTag(principal)}`,
  /** The favorites of one user. Every list of files shows them, to that user only. */
  favorites: (principal: Principal): string => `favorites:${principalTag(principal)}`,
} as const;

/**
 * The tags of everything that decides what a user can see: membership in departments and groups, roles, permissions.
 * Every read that shows users or depends on their access has all of them: a cached read must not outlive the right to
 * it.
 */
export const visibilityTags: readonly string[] = [
  cacheTags.access,
  cacheTags.users,
  cacheTags.departments,
  cacheTags.groups,
  cacheTags.permissions,
];

/** The tags of a read inside the space in the path. */
export const spaceReadTags = ({ params, principal }: CacheTagContext): readonly string[] => [
  cacheTags.files(params.spaceId ?? ''),
  cacheTags.favorites(principal),
  ...visibilityTags,
];

/** The tags of a read of files in any of the caller's spaces. */
export const crossSpaceReadTags = ({ principal }: CacheTagContext): readonly string[] => [
  cacheTags.search,
  cacheTags.favorites(principal),
  ...visibilityTags,
];

/** The tags of a read of shares. Shares show files and users, and end with either. */
export const shareReadTags = (): readonly string[] => [cacheTags.shares, cacheTags.search, ...visibilityTags];

/** For a write inside the space in the path. */
export const invalidatesFiles: InvalidationRule = ({ params }) => [
  cacheTags.files(params.spaceId ?? ''),
  cacheTags.search,
];

/** For a write of content: it also changes the used capacity of the space. */
export const invalidatesContent: InvalidationRule = (context) => [...invalidatesFiles(context), cacheTags.spaces];

/**
 * For the creation, change or deletion of a space: it also changes its files, their shares, and the group of a group
 * space.
 */
export const invalidatesSpace: InvalidationRule = ({ params }) => [
  ...(params.spaceId === undefined ? [] : [cacheTags.files(params.spaceId)]),
  ...[cacheTags.spaces, cacheTags.access, cacheTags.search, cacheTags.shares, cacheTags.groups, cacheTags.permissions],
];

/**
 * For the start of a job: both spaces. What the job changes later is invalidated when its end is observed
 * (DeferredInvalidation).
 */
export const invalidatesJobFiles: InvalidationRule = ({ body }) => {
  const { spaceId, targetSpaceId } = body as { spaceId: string; targetSpaceId?: string };
  return [cacheTags.files(spaceId), ...(targetSpaceId ? [cacheTags.files(targetSpaceId)] : []), cacheTags.search];
};
