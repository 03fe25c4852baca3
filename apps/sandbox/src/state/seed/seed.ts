import { createHash } from 'node:crypto';
import type { Drive } from '../drive.js';
import { NameConflictBehavior } from '../files/file-names.js';
import { detectFileType, type FileNode } from '../files/file-node.js';
import { addFile, addFolder, type NewNodeOptions } from '../files/new-files.js';
import { VisitAction } from '../files/visits.js';
import { MessageState } from '../messages/messages.js';
import { GroupRole, GroupSource, createGroupMember } from '../organization/groups.js';
import { UserTaskStatus, UserTaskType } from '../organization/user-tasks.js';
import { ReviewResult, ReviewSource } from '../permissions/content-reviews.js';
import { createSpace } from '../spaces/space-lifecycle.js';
import { getRootFolderId, SpaceKind, type Space } from '../spaces/spaces.js';
import { minuteMs } from '../time-units.js';
import {
  departmentSpacesGb,
  getSeedContainerId,
  groupSpaceGb,
  seedDepartments,
  seedGroups,
  seedTimeMs,
  seedUsers,
  type SeedUserName,
} from './organization.js';
import {
  createIndividualFiles,
  createSecondSpaceFiles,
  engineeringFiles,
  launchFiles,
  readingFiles,
  salesFiles,
  type SeedSpaceFiles,
  type SeedTree,
} from './seed-files.js';
import { seedShares } from './seed-shares.js';

/** Fills an empty drive with the seed data, which is always the same. */
export function seedDrive(drive: Drive): void {
  seedOrganization(drive);
  const mei = seedUsers.mei.userId;
  for (const [name, capacityGb] of Object.entries(departmentSpacesGb)) {
    const { id: ownerId } = seedDepartments[name as keyof typeof departmentSpacesGb];
    const space = createSeedSpace(drive, SpaceKind.department, ownerId, capacityGb, mei);
    if (name === 'sales') fillSpace(drive, space, salesFiles, seedUsers.sofia.userId);
    else fillSpace(drive, space, engineeringFiles, seedUsers.amara.userId);
  }
  for (const [name, { id, owner }] of Object.entries(seedGroups)) {
    const space = createSeedSpace(drive, SpaceKind.group, id, groupSpaceGb, seedUsers[owner].userId);
    fillSpace(drive, space, name === 'launch' ? launchFiles : readingFiles, seedUsers[owner].userId);
  }
  for (const [name, user] of Object.entries(seedUsers)) {
    user.spacesGb.forEach((capacityGb, i) => {
      const space = createSeedSpace(drive, SpaceKind.individual, user.userId, capacityGb, mei, i);
      const files = i === 0 ? createIndividualFiles(user.name) : createSecondSpaceFiles(user.name);
      fillSpace(drive, space, files, user.userId);
      if (i === 0) seedFavoriteAndVisit(drive, space, user.userId);
    });
    seedMessages(drive, name as SeedUserName);
  }
  seedUserTask(drive);
  seedShares(drive);
  seedContentReview(drive);
}

function seedOrganization(drive: Drive): void {
  for (const { id, name, parent } of Object.values(seedDepartments)) {
    const parentId = parent === undefined ? undefined : seedDepartments[parent].id;
    drive.departments.add({ id, name, parentId, orgDeptId: createHash('md5').update(id).digest('hex') });
  }
  Object.values(seedUsers).forEach(({ userId, orgUserId, name, role, status, department }, i) => {
    const mobile = `0086139${String(10_000_000 + i * 1234)}`;
    drive.users.add({ userId, orgUserId, name, role, status, mobile, deptId: seedDepartments[department].id });
  });
  for (const { id, name, owner, members } of Object.values(seedGroups)) {
    const ownerId = seedUsers[owner].userId;
    const groupMembers = [
      createGroupMember(ownerId, GroupRole.owner, seedTimeMs),
      ...members.map((member) => createGroupMember(seedUsers[member].userId, GroupRole.member, seedTimeMs)),
    ];
    drive.groups.add({
      id,
      name,
      ownerId,
      sourceType: GroupSource.group,
      iconUrl: '',
      members: new Map(groupMembers.map((member) => [member.userId, member])),
      createdAt: seedTimeMs,
      updatedAt: seedTimeMs,
    });
  }
}

function createSeedSpace(
  drive: Drive,
  kind: SpaceKind,
  ownerId: string,
  capacityGb: number,
  creatorId: string,
  index = 0,
): Space {
  const containerId = getSeedContainerId(ownerId, index);
  return createSpace(drive, { kind, ownerId, capacityGb, creatorId, containerId, createdAt: seedTimeMs });
}

function fillSpace(drive: Drive, space: Space, { files, recycled }: SeedSpaceFiles, userId: string): void {
  const root = drive.tree.find(getRootFolderId(space.containerId));
  if (!root) throw new Error('no root');
  let minutes = 0;
  const addTree = (parent: FileNode, tree: SeedTree): void => {
    for (const [name, content] of Object.entries(tree)) {
      const options: NewNodeOptions = {
        space,
        parent,
        name,
        nameConflictBehavior: NameConflictBehavior.fail,
        userId,
        createdAt: seedTimeMs + (minutes += 1) * minuteMs,
      };
      if (!Buffer.isBuffer(content)) addTree(addFolder(drive, options), content);
      else {
        const { fileType, mimeType } = detectFileType(name);
        const { sha256, length } = drive.blobs.storeBytes(content, mimeType);
        addFile(drive, options, { sha256, length, fileType, mimeType });
      }
    }
  };
  addTree(root, files);
  for (const name of recycled) {
    const node = drive.tree.findChild(root.id, name);
    if (node) drive.tree.recycle(node, seedTimeMs + (minutes += 1) * minuteMs);
  }
}

/** Adds a favorite and a recent visit. */
function seedFavoriteAndVisit(drive: Drive, space: Space, userId: string): void {
  const root = getRootFolderId(space.containerId);
  const notes = drive.tree.findChild(root, '会议纪要.md');
  const trip = drive.tree.findChild(root, 'trip.zip');
  const timestamp = seedTimeMs + 60 * minuteMs;
  if (notes) drive.favorites.add(userId, notes.id, timestamp);
  if (!trip) return;
  const { id: fileId, containerId, name, fileType } = trip;
  drive.visits.add(userId, { fileId, containerId, name, fileType, action: VisitAction.view, timestamp });
}

/** Adds three messages for a user. One of them is read. */
function seedMessages(drive: Drive, name: SeedUserName): void {
  const { userId } = seedUsers[name];
  const texts = [
    ['002', 'KooDrive', 'Welcome to the drive.'],
    ['001', 'Mei Lin', '您已被加入团队空间。'],
    ['003', 'KooDrive', 'Your space was made larger.'],
  ] as const;
  texts.forEach(([type, sender, context], i) => {
    const createdAt = seedTimeMs + (i + 1) * 10 * minuteMs;
    const state = i === 0 ? MessageState.read : MessageState.unread;
    drive.messages.add({ id: drive.ids.nextNumericId(), userId, sender, type, context, state, createdAt });
  });
}

/** Adds a completed import, so that the list of user tasks is not empty. */
function seedUserTask(drive: Drive): void {
  const createdAt = seedTimeMs + 90 * minuteMs;
  drive.userTasks.add({
    taskId: drive.ids.nextNumericId(),
    taskName: 'Import',
    taskType: UserTaskType.import,
    creatorId: seedUsers.mei.userId,
    createdAt,
    status: UserTaskStatus.success,
    startedAt: createdAt + minuteMs,
    endedAt: createdAt + 2 * minuteMs,
    resultCode: undefined,
    importResult: { importedCount: 7, failures: [{ userName: 'row 8', desc: 'The department does not exist.' }] },
  });
}

/** Adds one review, so that the list of reviews is not empty. */
function seedContentReview(drive: Drive): void {
  drive.reviews.set({
    sha256: 'd5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9',
    size: '11239',
    result: ReviewResult.highSensitivity,
    detail: '{"label":"example"}',
    level: ReviewSource.machine,
  });
}
