import type { Principal } from '#koodrive';

/** What a route is about, for its tags. */
export interface RouteSubject {
  readonly params: Readonly<Record<string, string>>;
  /** As it came: a subject is made before the query is checked, too. */
  readonly query: unknown;
  readonly body: unknown;
  readonly principal: Principal;
}

/** How long an answer may be kept, and which tags make it stale. Seconds. */
export interface CacheRule {
  readonly fresh: number;
  /** How long after that the old answer may still be served while a new one is fetched. */
  readonly stale?: number;
  /** How long after that the old answer may be served when the upstream fails. */
  readonly staleOnError?: number;
  /** True where every principal gets the same answer; else each has its own. */
  readonly shared?: boolean;
  /** Other times for some of a route's answers; 0 is none. */
  readonly times?: (subject: RouteSubject) => Partial<Pick<CacheRule, 'fresh' | 'stale' | 'staleOnError'>>;
  readonly tags: (subject: RouteSubject) => readonly string[];
  /** Whether this answer may be kept; all may when left out. */
  readonly keepIf?: (answer: never) => boolean;
}

export type Purge = (subject: RouteSubject) => readonly string[];

const principalOf = (principal: Principal): string => (principal.kind === 'app' ? 'app' : principal.userId);

/**
 * The tags of kept answers: what a read depends on and a write touches. They name no principal, so that a write by one
 * caller reaches what was kept for all others; `mine` and `favorites` are the exceptions, for what only its user can change.
 */
export const tags = {
  /** The list of spaces and each space's own facts. */
  spaces: 'spaces',
  /** Everything inside one space: listings, single files, paths, statistics. */
  files: (spaceId: string): string => `files:${spaceId}`,
  /** Searches look into many spaces at once, and so do shares, which show files. */
  search: 'search',
  /** The tree of departments. */
  departments: 'departments',
  /** Users, their lists and counts, and what shows a user's name, role or department. */
  users: 'users',
  /** Groups and their members. */
  groups: 'groups',
  /** What users share and receive. */
  shares: 'shares',
  /** What arrives for users by what others do. */
  messages: 'messages',
  /** Who may do what in which space. */
  permissions: 'permissions',
  /** Who reaches which spaces at all: what was kept of the inside of a space must not outlive its reader's way in. */
  access: 'access',
  permissionTemplates: 'permission-templates',
  /** Settings of the organization. */
  settings: 'settings',
  /** What only its user changes: which messages are read. */
  mine: (principal: Principal): string => `mine:${principalOf(principal)}`,
  /** The marks of one user, which every list of files shows to that user alone. */
  favorites: (principal: Principal): string => `favorites:${principalOf(principal)}`,
} as const;

/**
 * Decides who sees what: membership in departments and groups, roles, grants. What shows people, by name or by letting
 * them in, depends on all of it; a read that is kept must not outlive the right to it.
 */
export const whoSeesWhat: readonly string[] = [
  tags.access,
  tags.users,
  tags.departments,
  tags.groups,
  tags.permissions,
];

/** What a read inside the space that the path names depends on. */
export const insideSpace = ({ params, principal }: RouteSubject): readonly string[] => [
  tags.files(params.spaceId ?? ''),
  tags.favorites(principal),
  ...whoSeesWhat,
];

/** What a read of files in any of the caller's spaces depends on. */
export const acrossSpaces = ({ principal }: RouteSubject): readonly string[] => [
  tags.search,
  tags.favorites(principal),
  ...whoSeesWhat,
];

/** Shares show files and people, and end with either. */
export const tagsOfShares = (): readonly string[] => [tags.shares, tags.search, ...whoSeesWhat];

/** A write inside the space that the path names. */
export const purgesFiles: Purge = ({ params }) => [tags.files(params.spaceId ?? ''), tags.search];

/** A write of bytes: a space then tells of more in use. */
export const purgesContent: Purge = (subject) => [...purgesFiles(subject), tags.spaces];

/** A space that comes, changes or goes: with it go its files, what is shared of them, and the group of a group space. */
export const purgesSpace: Purge = ({ params }) => [
  ...(params.spaceId === undefined ? [] : [tags.files(params.spaceId)]),
  ...[tags.spaces, tags.access, tags.search, tags.shares, tags.groups, tags.permissions],
];

/** A job's start: both spaces. What it changes later is purged when its end is seen (changed-spaces.ts). */
export const purgesFilesOfJob: Purge = ({ body }) => {
  const { spaceId, targetSpaceId } = body as { spaceId: string; targetSpaceId?: string };
  return [tags.files(spaceId), ...(targetSpaceId ? [tags.files(targetSpaceId)] : []), tags.search];
};
