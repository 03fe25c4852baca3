import { createHash } from 'node:crypto';
import type { Drive } from '../drive.js';
import { typeForName, type FileNode } from '../files/file-node.js';
import { OnClash } from '../files/names.js';
import { addFile, addFolder } from '../files/new-files.js';
import { Act } from '../files/visits.js';
import { MessageState } from '../messages/messages.js';
import { GroupRole, GroupSource, newMember } from '../organization/groups.js';
import { UserTaskStatus, UserTaskType } from '../organization/user-tasks.js';
import { createSpace } from '../spaces/space-lives.js';
import { rootIdOf, SpaceKind, type Space } from '../spaces/spaces.js';
import { departments, departmentSpaces, groups, GROUP_SPACE_GB, SEED_TIME, users, type UserName } from './people.js';
import { seedShares } from './shares.js';
import {
  engineeringFiles,
  individualFiles,
  launchFiles,
  readingFiles,
  salesFiles,
  spareFiles,
  type SeedSpace,
  type SeedTree,
} from './trees.js';

const MINUTE = 60_000;

/** Fills an empty drive with the seed data, always the same. */
export function seed(drive: Drive): void {
  seedPeople(drive);
  const mei = users.mei.userId;
  for (const [name, capacityGb] of Object.entries(departmentSpaces)) {
    const { id: ownerId } = departments[name as keyof typeof departmentSpaces];
    const space = newSpace(drive, SpaceKind.department, ownerId, capacityGb, mei);
    fill(
      drive,
      space,
      name === 'sales' ? salesFiles : engineeringFiles,
      users[name === 'sales' ? 'sofia' : 'amara'].userId,
    );
  }
  for (const [name, { id, owner }] of Object.entries(groups)) {
    const space = newSpace(drive, SpaceKind.group, id, GROUP_SPACE_GB, users[owner].userId);
    fill(drive, space, name === 'launch' ? launchFiles : readingFiles, users[owner].userId);
  }
  for (const [name, user] of Object.entries(users)) {
    user.spaces.forEach((capacityGb, i) => {
      const space = newSpace(drive, SpaceKind.individual, user.userId, capacityGb, mei, i);
      fill(drive, space, i === 0 ? individualFiles(user.name) : spareFiles(user.name), user.userId);
      if (i === 0) seedMarks(drive, space, user.userId);
    });
    seedMessages(drive, name as UserName);
  }
  seedUserTask(drive);
  seedShares(drive, containerIdOf);
}

/** Ids of spaces are made from their owners, so that they stay when other seed data is added. */
export function containerIdOf(ownerId: string, index = 0): string {
  return `IAADfsBFCO6WtAtuA${createHash('sha256').update(`${ownerId}/${index}`).digest('hex').slice(0, 30)}`;
}

function seedPeople(drive: Drive): void {
  for (const { id, name, parent } of Object.values(departments)) {
    const parentId = parent === undefined ? undefined : departments[parent].id;
    drive.departments.add({ id, name, parentId, orgDeptId: createHash('md5').update(id).digest('hex') });
  }
  Object.values(users).forEach(({ userId, orgUserId, name, role, status, department }, i) => {
    const mobile = `0086139${String(10_000_000 + i * 1234)}`;
    drive.users.add({ userId, orgUserId, name, role, status, mobile, deptId: departments[department].id });
  });
  for (const { id, name, owner, members } of Object.values(groups)) {
    const all = [[owner, GroupRole.owner] as const, ...members.map((member) => [member, GroupRole.member] as const)];
    const entries = all.map(
      ([user, role]) => [users[user].userId, newMember(users[user].userId, role, SEED_TIME)] as const,
    );
    drive.groups.add({
      ...{ id, name, ownerId: users[owner].userId, sourceType: GroupSource.group, iconUrl: '' },
      ...{ members: new Map(entries), createdAt: SEED_TIME, updatedAt: SEED_TIME },
    });
  }
}

function newSpace(
  drive: Drive,
  kind: SpaceKind,
  ownerId: string,
  capacityGb: number,
  creatorId: string,
  index = 0,
): Space {
  const containerId = containerIdOf(ownerId, index);
  return createSpace(drive, { kind, ownerId, capacityGb, creatorId, containerId, createdAt: SEED_TIME });
}

function fill(drive: Drive, space: Space, { files, recycled }: SeedSpace, userId: string): void {
  const root = drive.tree.find(rootIdOf(space.containerId));
  if (!root) throw new Error('no root');
  let minutes = 0;
  const plant = (parent: FileNode, tree: SeedTree): void => {
    for (const [name, content] of Object.entries(tree)) {
      const createdAt = SEED_TIME + (minutes += 1) * MINUTE;
      const placement = { space, parent, name, onClash: OnClash.refuse, userId, createdAt };
      if (!Buffer.isBuffer(content)) plant(addFolder(drive, placement), content);
      else {
        const kind = typeForName(name);
        const { sha256, length } = drive.blobs.keepBytes(content, kind.mimeType);
        addFile(drive, placement, { ...kind, sha256, length });
      }
    }
  };
  plant(root, files);
  for (const name of recycled) {
    const node = drive.tree.named(root.id, name);
    if (node) drive.tree.recycle(node, SEED_TIME + (minutes += 1) * MINUTE);
  }
}

/** One favourite and one recent visit. */
function seedMarks(drive: Drive, space: Space, userId: string): void {
  const root = rootIdOf(space.containerId);
  const notes = drive.tree.named(root, '会议纪要.md');
  const trip = drive.tree.named(root, 'trip.zip');
  const at = SEED_TIME + 60 * MINUTE;
  if (notes) drive.favourites.mark(userId, notes.id, at);
  if (!trip) return;
  const { id: fileId, containerId, name, fileType } = trip;
  drive.visits.add(userId, { fileId, containerId, name, fileType, act: Act.view, at });
}

/** Three messages a user, of which one is read. */
function seedMessages(drive: Drive, name: UserName): void {
  const { userId } = users[name];
  const texts = [
    ['002', 'KooDrive', 'Welcome to the drive.'],
    ['001', 'Mei Lin', '您已被加入团队空间。'],
    ['003', 'KooDrive', 'Your space was made larger.'],
  ] as const;
  texts.forEach(([type, sender, context], i) => {
    const createdAt = SEED_TIME + (i + 1) * 10 * MINUTE;
    const state = i === 0 ? MessageState.read : MessageState.unread;
    drive.messages.add({ id: drive.ids.number(), userId, sender, type, context, state, createdAt });
  });
}

/** An import that is long over, so that the list of tasks about users is not empty. */
function seedUserTask(drive: Drive): void {
  const at = SEED_TIME + 90 * MINUTE;
  drive.userTasks.add({
    ...{ taskId: drive.ids.number(), taskName: 'Import', taskType: UserTaskType.import, creatorId: users.mei.userId },
    ...{ createdAt: at, startedAt: at + MINUTE, endedAt: at + 2 * MINUTE, status: UserTaskStatus.success },
    resultCode: undefined,
    outcome: { imported: 7, failures: [{ userName: 'row 8', desc: 'The department does not exist.' }] },
  });
}
