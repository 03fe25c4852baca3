import { Refusal, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { liveFileIn } from '../files/lookup.js';
import { Act } from '../files/visits.js';
import { noteVisit } from '../files/uploading.js';
import { MessageState } from '../messages/messages.js';
import { callerOf, openSpace } from '../spaces/access.js';
import { isReceived, receivers } from './share-access.js';
import { ShareScope, type Share } from './shares.js';

const DAY = 86_400_000;

/** The receivers that a call names. */
export interface Receivers {
  readonly deptIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly userIds: readonly string[];
}

export interface NewShare extends Receivers {
  readonly containerId: string;
  readonly fileIds: readonly string[];
  readonly scope: number;
  readonly extractCode: string | undefined;
  readonly comment: string;
  readonly validDays: number;
  /** Milliseconds since 1970; wins over validDays (inferred: how they combine is not documented). */
  readonly expiresAt: number | undefined;
}

/**
 * Shares files of one space, and tells the receivers. Refuses with 13000102 (receivers missing, or named where nobody
 * is selected), 13000304 (the top of a space) and as the look-ups do.
 */
export function createShare(drive: Drive, subject: Subject, wish: NewShare): Share {
  const owner = callerOf(drive, subject);
  const space = openSpace(drive, subject, wish.containerId);
  const nodes = wish.fileIds.map((fileId) => liveFileIn(drive, space, fileId, 13000302));
  if (nodes.some(({ parentId }) => parentId === undefined)) throw new Refusal(13000304, 'the top of a space');
  checkReceivers(drive, wish.scope, wish);
  const now = drive.clock.now();
  const [first] = nodes;
  const share = drive.shares.add({
    ...{ id: drive.ids.number(), code: drive.ids.number(), ownerId: owner.userId, containerId: space.containerId },
    ...{ fileIds: nodes.map(({ id }) => id), scope: wish.scope, sharedAt: now, updatedAt: now },
    displayName: nodes.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''} and ${nodes.length - 1} more`,
    ...{ deptIds: wish.deptIds, groupIds: wish.groupIds, userIds: wish.userIds },
    ...{ extractCode: wish.extractCode, comment: wish.comment, left: new Set<string>() },
    expiresAt: checkedEnd(drive, wish.expiresAt ?? now + wish.validDays * DAY),
    ...{ views: 0, downloads: 0, saves: 0 },
  });
  for (const node of nodes) noteVisit(drive, owner.userId, node, Act.share);
  tell(drive, share, owner.name, new Set());
  return share;
}

export interface ShareChange extends Partial<Receivers> {
  readonly extractCode: string | undefined;
  readonly comment: string | undefined;
  /** 0 leaves the end as it is. */
  readonly validDays: number;
  readonly expiresAt: number | undefined;
}

/** What is left out stays as it is (inferred); receivers who are new are told. */
export function changeShare(drive: Drive, subject: Subject, id: string, change: ShareChange): Share {
  const share = ownShare(drive, subject, id);
  const before = new Set(receivers(drive, share).map(({ userId }) => userId));
  const named = {
    deptIds: change.deptIds ?? share.deptIds,
    groupIds: change.groupIds ?? share.groupIds,
    userIds: change.userIds ?? share.userIds,
  };
  checkReceivers(drive, share.scope, named);
  const now = drive.clock.now();
  const end = change.expiresAt ?? (change.validDays > 0 ? now + change.validDays * DAY : undefined);
  if (end !== undefined) share.expiresAt = checkedEnd(drive, end);
  Object.assign(share, named, { updatedAt: now });
  share.extractCode = change.extractCode ?? share.extractCode;
  share.comment = change.comment ?? share.comment;
  tell(drive, share, drive.users.get(share.ownerId).name, before);
  return share;
}

/** Refuses with 13000309 what is not the caller's own. */
export function ownShare(drive: Drive, subject: Subject, id: string): Share {
  const share = drive.shares.get(id);
  if (share.ownerId !== callerOf(drive, subject).userId) throw new Refusal(13000309, `share ${id}`);
  return share;
}

/** Refuses with 13000309 what the caller has not received. */
export function receivedShare(drive: Drive, subject: Subject, id: string): Share {
  const share = drive.shares.get(id);
  if (!isReceived(drive, share, callerOf(drive, subject))) throw new Refusal(13000309, `share ${id}`);
  return share;
}

function checkReceivers(drive: Drive, scope: number, { deptIds, groupIds, userIds }: Receivers): void {
  const count = deptIds.length + groupIds.length + userIds.length;
  if (scope === ShareScope.selected && count === 0) throw new Refusal(13000102, 'nobody is named');
  if (scope !== ShareScope.selected && count > 0) throw new Refusal(13000102, 'receivers: only with scope 3');
  for (const id of deptIds) drive.departments.get(id);
  for (const id of groupIds) drive.groups.get(id);
  for (const id of userIds) drive.users.get(id);
}

function checkedEnd(drive: Drive, end: number): number {
  if (!(end > drive.clock.now())) throw new Refusal(13000102, 'expireTime: over');
  return end;
}

function tell(drive: Drive, share: Share, sender: string, told: ReadonlySet<string>): void {
  for (const { userId } of receivers(drive, share)) {
    if (told.has(userId)) continue;
    drive.messages.add({
      ...{ id: drive.ids.number(), userId, sender, type: '000', state: MessageState.unread },
      context: `${sender} shared ${share.displayName} with you.`,
      createdAt: drive.clock.now(),
    });
  }
}
