import { type BoundClient, id, type Item, KooDriveError, UpstreamError, whole } from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import type { Page } from '../http/input/page.js';
import { demand } from '../upstream/demand.js';
import type {
  AddedUser,
  AddUserBody,
  ChangeUserBody,
  CountUsersQuery,
  ListUsersQuery,
  User,
  UserCount,
  UserMobile,
  UserRole,
  UserState,
} from './users.dto.js';

/** facts/organization.md, "Roles and states"; createUser wants them as text, updateUser as numbers. */
const roleCodes = {
  'department-administrator': 0,
  member: 1,
  'system-administrator': 2,
  'drive-administrator': 3,
  'manageable-member': 5,
} as const satisfies Record<UserRole, number>;
const roles = Object.fromEntries(Object.entries(roleCodes).map(([word, code]) => [code, word])) as Readonly<
  Record<string, UserRole>
>;
/** 2 is printed without explanation: taken for a user who has not signed in yet. */
const states: Readonly<Record<string, UserState>> = { 0: 'enabled', 1: 'disabled', 2: 'not-activated' };

/** `id` is KooDrive's id and `userId` OrgID's in the examples, though the table says nearly the reverse. */
export const toUser = (wire: Item<'getUserList'>): User => ({
  id: demand(id(wire.id)),
  organizationUserId: id(wire.userId),
  name: wire.name || undefined,
  departmentId: id(wire.deptId),
  departmentName: wire.deptName || undefined,
  mobile: wire.mobile || undefined,
  role: roles[String(wire.role)],
  status: states[String(wire.status)],
});

export async function listUsers(koodrive: BoundClient, query: ListUsersQuery): Promise<Page<User>> {
  const { department, direct, q, limit, cursor } = query;
  const found = await koodrive.page(
    'getUserList',
    { ...(department && { deptId: department }), isDirect: direct, ...(q && { keyWord: q }) },
    { limit, ...(cursor && { cursor }) },
  );
  return { ...found, items: found.items.map(toUser) };
}

export async function countUsers(koodrive: BoundClient, { department }: CountUsersQuery): Promise<UserCount> {
  const { total } = await koodrive.call('countUser', { ...(department && { deptId: department }) });
  return { count: demand(whole(total)) };
}

export const readUser = async (koodrive: BoundClient, userId: string): Promise<User> =>
  toUser(await koodrive.call('getUser', { userId }));

export const readMobile = async (koodrive: BoundClient, userId: string): Promise<UserMobile> => ({
  mobile: id((await koodrive.call('getUserMobile', { userId })).mobile),
});

export async function addUser(koodrive: BoundClient, body: AddUserBody): Promise<AddedUser> {
  const { organizationUserId, departmentId, role } = body;
  const made = await koodrive.call('createUser', {
    userId: organizationUserId,
    modifyUserInfoReq: { ...(departmentId && { deptId: departmentId }), role: `${roleCodes[role]}` },
  });
  return { id: await idOfNew(koodrive, body, id(made?.id)), organizationUserId };
}

/** The user is there by now: a look that fails must not make the whole look failed. */
async function idOfNew(
  koodrive: BoundClient,
  body: AddUserBody,
  told: string | undefined,
): Promise<string | undefined> {
  try {
    return (await confirmed(koodrive, told, body.organizationUserId)) ?? (await findId(koodrive, body));
  } catch (error) {
    if (error instanceof UpstreamError) return undefined;
    throw error;
  }
}

/** The table calls the id of the answer a department's, the example has none: taken where it leads to the new user. */
async function confirmed(koodrive: BoundClient, told: string | undefined, orgId: string): Promise<string | undefined> {
  if (told === undefined) return undefined;
  try {
    return (await readUser(koodrive, told)).organizationUserId === orgId ? told : undefined;
  } catch (error) {
    if (error instanceof KooDriveError) return undefined;
    throw error;
  }
}

/** Users looked at to find a new one. */
const mostLookedAt = 500;

async function findId(koodrive: BoundClient, body: AddUserBody): Promise<string | undefined> {
  const { organizationUserId, departmentId } = body;
  const place = { ...(departmentId && { deptId: departmentId }), isDirect: true };
  let seen = 0;
  for await (const wire of koodrive.pages('getUserList', place)) {
    if (id(wire.userId) === organizationUserId) return id(wire.id);
    seen += 1;
    if (seen >= mostLookedAt) return undefined;
  }
  return undefined;
}

export async function changeUser(koodrive: BoundClient, userId: string, change: ChangeUserBody): Promise<User> {
  const { departmentId, role, status } = change;
  await koodrive.call('updateUser', {
    userId,
    ...(departmentId && { deptId: departmentId }),
    ...(role && { role: roleCodes[role] }),
    ...(status && { status: status === 'enabled' ? 0 : 1 }),
  });
  return readUser(koodrive, userId);
}

export async function deleteUser(
  koodrive: BoundClient,
  userId: string,
  confirmation: ConfirmationQuery,
): Promise<void> {
  requireConfirmation(confirmation, userId);
  await koodrive.call('deleteUser', { userId });
}
