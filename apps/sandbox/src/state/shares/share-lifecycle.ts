import { errorCodes } from '../../contract/errors.js';
import { OperationError, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { getActiveNode } from '../files/lookup.js';
import { recordVisit } from '../files/upload-lifecycle.js';
import { VisitAction } from '../files/visits.js';
import { MessageState } from '../messages/messages.js';
import { getAccessibleSpace, requireUser } from '../spaces/space-access.js';
import { dayMs } from '../time-units.js';
import { isRecipient, listRecipients } from './share-access.js';
import { ShareScope, type Share } from './shares.js';

const shareMessageType = '000';

/** The recipients in a request. */
export interface ShareRecipients {
  readonly deptIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly userIds: readonly string[];
}

export interface NewShareOptions extends ShareRecipients {
  readonly containerId: string;
  readonly fileIds: readonly string[];
  /** A number of ShareScope. */
  readonly scope: number;
  readonly extractCode: string | undefined;
  readonly comment: string;
  readonly validDays: number;
  /** Milliseconds since the epoch. Overrides `validDays` (inferred: their combination is not documented). */
  readonly expiresAt: number | undefined;
}

/**
 * Creates a share of files of one space, and sends a message to each recipient.
 * @throws OperationError invalidParameter (the root of a space, scope `selected` without recipients, another scope with
 *   recipients, or an expiry in the past), notFound (no such recipient), and the codes of `getAccessibleSpace` and
 *   `getActiveNode`
 */
export function createShare(drive: Drive, subject: Subject, options: NewShareOptions): Share {
  const { scope, deptIds, groupIds, userIds } = options;
  const owner = requireUser(drive, subject);
  const space = getAccessibleSpace(drive, subject, options.containerId);
  const nodes = options.fileIds.map((fileId) =>
    getActiveNode(drive, space, fileId, errorCodes.fileNotInSpecifiedSpace),
  );
  if (nodes.some(({ parentId }) => parentId === undefined))
    throw new OperationError(errorCodes.invalidParameter, 'the root of a space');
  checkRecipients(drive, scope, options);
  const now = drive.clock.now();
  const share = drive.shares.add({
    id: drive.ids.nextNumericId(),
    code: drive.ids.nextNumericId(),
    ownerId: owner.userId,
    containerId: space.containerId,
    fileIds: nodes.map(({ id }) => id),
    displayName: formatDisplayName(nodes.map(({ name }) => name)),
    scope,
    sharedAt: now,
    deptIds,
    groupIds,
    userIds,
    extractCode: options.extractCode,
    comment: options.comment,
    updatedAt: now,
    expiresAt: validateExpiry(drive, options.expiresAt ?? now + options.validDays * dayMs),
    leftUserIds: new Set(),
    viewCount: 0,
    downloadCount: 0,
    saveCount: 0,
  });
  for (const node of nodes) recordVisit(drive, owner.userId, node, VisitAction.share);
  notifyRecipients(drive, share, owner.name, new Set());
  return share;
}

/** The name of a share in lists: the first file, and how many more there are. */
export function formatDisplayName([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** Undefined members stay unchanged (inferred). */
export interface ShareChange extends Partial<ShareRecipients> {
  readonly extractCode: string | undefined;
  readonly comment: string | undefined;
  /** 0 leaves the expiry unchanged. */
  readonly validDays: number;
  /** Milliseconds since the epoch. Overrides `validDays`. */
  readonly expiresAt: number | undefined;
}

/**
 * Changes a share of the caller, and sends a message to each new recipient.
 * @throws OperationError notFound (not a share of the caller, or no such recipient) or invalidParameter (as
 *   `createShare`)
 */
export function changeShare(drive: Drive, subject: Subject, id: string, change: ShareChange): Share {
  const share = getOwnShare(drive, subject, id);
  const previousRecipientIds = new Set(listRecipients(drive, share).map(({ userId }) => userId));
  const recipients: ShareRecipients = {
    deptIds: change.deptIds ?? share.deptIds,
    groupIds: change.groupIds ?? share.groupIds,
    userIds: change.userIds ?? share.userIds,
  };
  checkRecipients(drive, share.scope, recipients);
  const now = drive.clock.now();
  const expiresAt = change.expiresAt ?? (change.validDays > 0 ? now + change.validDays * dayMs : undefined);
  if (expiresAt !== undefined) share.expiresAt = validateExpiry(drive, expiresAt);
  share.deptIds = recipients.deptIds;
  share.groupIds = recipients.groupIds;
  share.userIds = recipients.userIds;
  share.updatedAt = now;
  share.extractCode = change.extractCode ?? share.extractCode;
  share.comment = change.comment ?? share.comment;
  notifyRecipients(drive, share, drive.users.get(share.ownerId).name, previousRecipientIds);
  return share;
}

/** @throws OperationError notFound (not a share of the caller) */
export function getOwnShare(drive: Drive, subject: Subject, id: string): Share {
  const share = drive.shares.get(id);
  if (share.ownerId !== requireUser(drive, subject).userId)
    throw new OperationError(errorCodes.notFound, `share ${id}`);
  return share;
}

/** @throws OperationError notFound (the caller is not a recipient) */
export function getReceivedShare(drive: Drive, subject: Subject, id: string): Share {
  const share = drive.shares.get(id);
  if (!isRecipient(drive, share, requireUser(drive, subject)))
    throw new OperationError(errorCodes.notFound, `share ${id}`);
  return share;
}

function checkRecipients(drive: Drive, scope: number, { deptIds, groupIds, userIds }: ShareRecipients): void {
  const count = deptIds.length + groupIds.length + userIds.length;
  if (scope === ShareScope.selected && count === 0)
    throw new OperationError(errorCodes.invalidParameter, 'nobody is named');
  if (scope !== ShareScope.selected && count > 0)
    throw new OperationError(errorCodes.invalidParameter, 'receivers: only with scope 3');
  for (const id of deptIds) drive.departments.get(id);
  for (const id of groupIds) drive.groups.get(id);
  for (const id of userIds) drive.users.get(id);
}

function validateExpiry(drive: Drive, expiresAt: number): number {
  // This form of the comparison also rejects NaN.
  if (!(expiresAt > drive.clock.now())) throw new OperationError(errorCodes.invalidParameter, 'expireTime: over');
  return expiresAt;
}

function notifyRecipients(drive: Drive, share: Share, sender: string, notifiedUserIds: ReadonlySet<string>): void {
  for (const { userId } of listRecipients(drive, share)) {
    if (notifiedUserIds.has(userId)) continue;
    drive.messages.add({
      id: drive.ids.nextNumericId(),
      userId,
      sender,
      type: shareMessageType,
      context: `${sender} shared ${share.displayName} with you.`,
      state: MessageState.unread,
      createdAt: drive.clock.now(),
    });
  }
}
