/**
 * Every scope and what it allows: one scope for each module and kind of access (S13). The table in docs/scopes.md is
 * made from it.
 */
export const scopeDescriptions = {
  'me:read': 'Read the profile, spaces, quota and unread count of the user that the call acts for.',
  'spaces:read': 'List and read spaces.',
  'admin:spaces': 'List the spaces of all owners; create, resize, disable and delete spaces.',
  'files:read':
    'List, search and read files and folders, including favorites and recent files; download their content.',
  'files:write': 'Create folders, upload, rename and change files, mark favorites.',
  'jobs:read': 'List and read jobs, and follow their progress.',
  'jobs:write': 'Start and cancel jobs: copy, move, delete, restore.',
  'departments:read': 'List and read departments.',
  'admin:departments': 'Create, change and delete departments.',
  'users:read': 'List, count and read users.',
  'admin:users': 'Add, change and delete users, check imports, change the user limit.',
  'groups:read': 'List and read groups and their members.',
  'admin:groups': 'Create, change and delete groups, change their members.',
  'user-tasks:read': 'List and read tasks about users.',
  'admin:user-tasks': 'Start tasks about users: transfer and delete, import.',
  'quota:read': 'Read how storage is allocated and used.',
  'admin:quota': 'Move storage from one kind of space to others.',
  'permissions:read': 'Read permissions in spaces.',
  'admin:permissions': 'Change permissions in spaces.',
  'permission-templates:read': 'List and read permission templates.',
  'admin:permission-templates': 'Create, change and delete permission templates.',
  'admin:reviews': 'List and decide content reviews, if they are configured.',
  'service:read': 'Read the subscription, the settings and the data for the JsSdk.',
  'admin:settings': 'Change settings of the organization.',
  'admin:audit-log': "Read KooDrive's audit log.",
  'messages:read': 'List and count messages.',
  'messages:write': 'Mark messages as read, and delete them.',
  'shares:read': 'List and read the shares that the user created or received.',
  'shares:write': 'Share files, change and cancel shares, leave received ones.',
  'share-links:read': 'Open share links and read the files behind them.',
  'share-links:write': 'Save files behind a share link to a space, and package them.',
  'public-links:read': 'Open public links and read the files behind them, if they are configured.',
  'public-links:write': 'Package files behind public links, if they are configured.',
  'act-for:users': 'Name any KooDrive user in X-On-Behalf-Of. Each such call is in the audit log.',
} as const satisfies Record<string, string>;

export type ScopeName = keyof typeof scopeDescriptions;
/** What a credential can hold: a scope, or `*` for all scopes, including those of later versions. */
export type GrantedScope = ScopeName | '*';
export type ScopeSet = ReadonlySet<GrantedScope>;

export const scopeNames = Object.keys(scopeDescriptions) as readonly ScopeName[];

export function isGrantedScope(text: string): text is GrantedScope {
  return text === '*' || Object.hasOwn(scopeDescriptions, text);
}

/** Whether a browser session may hold the scope. A browser session acts for its own user only. */
export function isBrowserSessionScope(text: string): text is ScopeName {
  return Object.hasOwn(scopeDescriptions, text) && text !== 'act-for:users';
}

/** The scopes of browser sessions without SESSION_SCOPES: no administration. */
export const defaultBrowserSessionScopes: readonly ScopeName[] = scopeNames.filter(
  (name) => isBrowserSessionScope(name) && !name.startsWith('admin:'),
);

/** Whether the granted scopes include the required one. Only `*` implies another scope. */
export function hasScope(granted: ScopeSet, required: ScopeName): boolean {
  return granted.has(required) || granted.has('*');
}

/** The table of scopes for docs/scopes.md, in Markdown. */
export function renderScopeTable(): string {
  const rows = Object.entries(scopeDescriptions).map(([name, description]) => `| \`${name}\` | ${description} |`);
  return ['| scope | allows |', '|---|---|', ...rows, '| `*` | Everything above. |'].join('\n');
}
