/**
 * Every scope, with what it allows: one for each module and kind of access (S13). The documentation's table is made
 * from it.
 */
export const scopeTable = {
  'me:read': 'Read the profile, spaces, quota and unread count of the user acted for.',
  'spaces:read': 'List and read spaces.',
  'admin:spaces': 'List the spaces of all owners; create, resize, disable and delete spaces.',
  'files:read': 'List, search and read files and folders, also those marked or used lately; download their bytes.',
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
  'admin:user-tasks': 'Start tasks about users: hand over and delete, import.',
  'quota:read': 'Read how storage is split and used.',
  'admin:quota': 'Move storage from one kind of space to others.',
  'permissions:read': 'Read who may do what in spaces.',
  'admin:permissions': 'Change who may do what in spaces.',
  'permission-templates:read': 'List and read permission templates.',
  'admin:permission-templates': 'Create, change and delete permission templates.',
  'admin:reviews': 'List and decide content reviews; where that is configured.',
  'service:read': 'Read the subscription, settings, and what the JsSdk needs.',
  'admin:settings': 'Change settings of the organization.',
  'admin:audit-log': "Read KooDrive's audit log.",
  'messages:read': 'List and count messages.',
  'messages:write': 'Mark messages as read, and delete them.',
  'shares:read': 'List and read what the user shares and has received.',
  'shares:write': 'Share files, change and cancel shares, leave received ones.',
  'share-links:read': 'Open the links of shares, and read the files behind them.',
  'share-links:write': 'Save files behind a link into a space, and pack them.',
  'public-links:read': 'Open links that are for anybody, and read the files behind them; where that is configured.',
  'public-links:write': 'Pack files behind links that are for anybody; where that is configured.',
  'act-for:users': 'Name any KooDrive user in X-On-Behalf-Of. Each such call is in the audit log.',
} as const satisfies Record<string, string>;

export type ScopeName = keyof typeof scopeTable;
/** What a credential can hold: a scope, or all of them, those of later versions included. */
export type GrantedScope = ScopeName | '*';
export type ScopeSet = ReadonlySet<GrantedScope>;

export const scopeNames = Object.keys(scopeTable) as readonly ScopeName[];

export function isGrantedScope(text: string): text is GrantedScope {
  return text === '*' || Object.hasOwn(scopeTable, text);
}

/** Whether the sessions of browsers may hold it: a session speaks for its own user, and administers nothing unless told. */
export function isSessionScope(text: string): text is ScopeName {
  return Object.hasOwn(scopeTable, text) && text !== 'act-for:users';
}

/** What sessions hold unless the configuration says otherwise. */
export const standardSessionScopes: readonly ScopeName[] = scopeNames.filter(
  (name) => isSessionScope(name) && !name.startsWith('admin:'),
);

/** Whether what is held allows what is needed. No scope implies another but `*`. */
export function covers(held: ScopeSet, needed: ScopeName): boolean {
  return held.has(needed) || held.has('*');
}

/** The table of scopes for the documentation, in Markdown. */
export function scopesDocumentation(): string {
  const rows = Object.entries(scopeTable).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
  return ['| scope | allows |', '|---|---|', ...rows, '| `*` | Everything above. |'].join('\n');
}
