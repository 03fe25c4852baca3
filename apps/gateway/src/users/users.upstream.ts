import { type BoundClient, parseId, type PagedItem, KooDriveError, UpstreamError } from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapPage } from '../upstream/map-entries.js';
import { requiredCount, requiredId } from '../upstream/required.js';
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
} from './users.dto.js';

/** libs/koodrive/contract/facts/organization.md, "Roles and states". createUser requires text, updateUser numbers. */
const roleCodes = {
  'department-administrator': 0,
  member: 1,
  'system-administrator': 2,
  'drive-administrator': 3,
  'manageable-member': 5,
} as const satisfies Record<UserRole, number>;
const toUserRole = createCodeReader(roleCodes);
/** 2 has no explanation. It is read as a user who has not signed in yet (inferred). */
const toUserState = createCodeReader({ enabled: 0, disabled: 1, 'not-activated': 2 });
const userStateCodes = { enabled: 0, disabled: 1 } as const;

/** In the examples, `id` is the id at KooDrive and `userId` the id at OrgID. The table says nearly the opposite. */
const toUser = (wire: PagedItem<'getUserList'>): User => ({
  id: requiredId(wire, 'id'),
  organizationUserId: parseId(wire.userId),
  name: wire.name || undefined,
  departmentId: parseId(wire.deptId),
  departmentName: wire.deptName || undefined,
  mobile: wire.mobile || undefined,
  role: toUserRole(wire.role),
  status: toUserState(wire.status),
});

export async function listUsers(koodrive: BoundClient, query: ListUsersQuery): Promise<Page<User>> {
  const { department, direct, q, limit, cursor } = query;
  const input = { deptId: department, isDirect: direct, keyWord: q };
  const page = await koodrive.fetchPage('getUserList', input, { limit, cursor });
  return mapPage(page, toUser);
}

export async function countUsers(koodrive: BoundClient, { department }: CountUsersQuery): Promise<UserCount> {
  return { count: requiredCount(await koodrive.call('countUser', { deptId: department }), 'total') };
}

export const readUser = async (koodrive: BoundClient, userId: string): Promise<User> =>
  toUser(await koodrive.call('getUser', { userId }));

export const readUserMobile = async (koodrive: BoundClient, userId: string): Promise<UserMobile> => ({
  mobile: parseId((await koodrive.call('getUserMobile', { userId })).mobile),
});

/** Adds a user of OrgID. The id at KooDrive is undefined if it cannot be found. */
export async function addUser(koodrive: BoundClient, body: AddUserBody): Promise<AddedUser> {
  const { organizationUserId, departmentId, role } = body;
  const created = await koodrive.call('createUser', {
    userId: organizationUserId,
    modifyUserInfoReq: { deptId: departmentId, role: `${roleCodes[role]}` },
  });
  return { id: await findNewUserId(koodrive, body, parseId(created?.id)), organizationUserId };
}

/** The user is added already, so a failed search must not fail the request. */
async function findNewUserId(
  koodrive: BoundClient,
  body: AddUserBody,
  candidateId: string | undefined,
): Promise<string | undefined> {
  try {
    return (
      (await confirmUserId(koodrive, candidateId, body.organizationUserId)) ?? (await searchUserId(koodrive, body))
    );
  } catch (error) {
    if (error instanceof UpstreamError) return undefined;
    throw error;
  }
}

/**
 * According to the table, the id in the response is that of a department; the example has none. It is used only if it
 * belongs to the new user.
 */
async function confirmUserId(
  koodrive: BoundClient,
  candidateId: string | undefined,
  organizationUserId: string,
): Promise<string | undefined> {
  if (candidateId === undefined) return undefined;
  try {
    const user = await readUser(koodrive, candidateId);
    return user.organizationUserId === organizationUserId ? candidateId : undefined;
  } catch (error) {
    if (error instanceof KooDriveError) return undefined;
    throw error;
  }
}

/** Users that are read to find a new one. */
const maxUsersScanned = 500;

async function searchUserId(koodrive: BoundClient, body: AddUserBody): Promise<string | undefined> {
  const { organizationUserId, departmentId } = body;
  const input = { deptId: departmentId, isDirect: true };
  let scanned = 0;
  for await (const wire of koodrive.iterateItems('getUserList', input)) {
    if (parseId(wire.userId) === organizationUserId) return parseId(wire.id);
    scanned += 1;
    if (scanned >= maxUsersScanned) return undefined;
  }
  return undefined;
}

export async function changeUser(koodrive: BoundClient, userId: string, change: ChangeUserBody): Promise<User> {
  const { departmentId, role, status } = change;
  await koodrive.call('updateUser', {
    userId,
    deptId: departmentId,
    role: role && roleCodes[role],
    status: status && userStateCodes[status],
  });
  return readUser(koodrive, userId);
}

/** @throws ProblemError confirmation-required */
export async function deleteUser(
  koodrive: BoundClient,
  userId: string,
  confirmation: ConfirmationQuery,
): Promise<void> {
  requireConfirmation(confirmation, userId);
  await koodrive.call('deleteUser', { userId });
}
