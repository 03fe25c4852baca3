import { errorCodes } from '../../contract/errors.js';
import { readString, readStrings, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isRecipient } from '../../state/shares/share-access.js';
import { changeShare, createShare, getOwnShare, getReceivedShare } from '../../state/shares/share-lifecycle.js';
import { requireUser } from '../../state/spaces/space-access.js';
import { readTime } from '../input.js';
import {
  toUpdatedShare,
  toCreatedShare,
  toShareByMeDetail,
  toShareWithMeDetail,
  toShareByMe,
  toShareWithMe,
  toSharePage,
} from './share-responses.js';

const maxSharesPerBatch = 100;

/** Shares of the caller and shares with the caller. */
export function shareHandlers(drive: Drive): OperationHandlers {
  return {
    createShare: (request) => ({ shareLink: toCreatedShare(createShareFromBody(drive, request)) }),
    listShareByMe: ({ subject, query }) => {
      const { userId } = requireUser(drive, subject);
      const own = drive.shares.list().filter(({ ownerId }) => ownerId === userId);
      return toSharePage(drive, own, query, (share) => toShareByMe(drive, share));
    },
    getShareByMeDetail: ({ subject, path }) => ({
      shareLink: toShareByMeDetail(drive, getOwnShare(drive, subject, path.shareId ?? '')),
    }),
    updateShare: ({ subject, path, body }) => {
      const change = {
        ...readRecipients(body),
        extractCode: readString(body.extractCode),
        comment: readString(body.comment),
        validDays: readNumber(body.validDays) ?? 0,
        expiresAt: parseExpireTime(body.expireTime),
      };
      return { shareLink: toUpdatedShare(drive, changeShare(drive, subject, path.shareId ?? '', change)) };
    },
    batchCancel: ({ subject, body }) => ({
      subResponseList: applyToEach(body.shareIds, (id) => drive.shares.remove(getOwnShare(drive, subject, id))).map(
        // The enterprise example has the id, and the code as text.
        ({ id, code, msg }) => ({ shareId: id, code: String(code), msg }),
      ),
    }),
    listShareWithMe: ({ subject, query }) => {
      const user = requireUser(drive, subject);
      const received = drive.shares.list().filter((share) => isRecipient(drive, share, user));
      return toSharePage(drive, received, query, (share) => toShareWithMe(drive, share));
    },
    getShareWithMeDetail: ({ subject, path }) => ({
      shareLink: toShareWithMeDetail(drive, getReceivedShare(drive, subject, path.shareId ?? '')),
    }),
    exitShare: ({ subject, body }) => ({
      // The newest table has no id, and the code as a number. The results are in the order of the request.
      subResponseList: applyToEach(body.shareIds, (id) => leaveShare(drive, subject, id)).map(({ code, msg }) => ({
        code,
        msg,
      })),
    }),
  };
}

function createShareFromBody(drive: Drive, { subject, body }: OperationRequest): ReturnType<typeof createShare> {
  const { deptIds = [], groupIds = [], userIds = [] } = readRecipients(body);
  return createShare(drive, subject, {
    containerId: String(body.containerId),
    fileIds: readStrings(body.fileIds),
    scope: readNumber(body.scope) ?? 0,
    deptIds,
    groupIds,
    userIds,
    extractCode: readString(body.extractCode),
    comment: readString(body.comment) ?? '',
    validDays: readNumber(body.validDays) ?? 0,
    expiresAt: parseExpireTime(body.expireTime),
  });
}

function leaveShare(drive: Drive, subject: Subject, id: string): void {
  getReceivedShare(drive, subject, id).leftUserIds.add(requireUser(drive, subject).userId);
}

interface BatchItemResult {
  readonly id: string;
  readonly code: number;
  readonly msg: string;
}

/**
 * Runs `apply` for each id and returns one result for each.
 * @throws OperationError invalidParameter when there are no ids or too many
 */
function applyToEach(ids: unknown, apply: (id: string) => void): BatchItemResult[] {
  const shareIds = readStrings(ids);
  if (shareIds.length === 0 || shareIds.length > maxSharesPerBatch)
    throw new OperationError(errorCodes.invalidParameter, 'shareIds');
  return shareIds.map((id) => {
    try {
      apply(id);
      return { id, code: 0, msg: 'success' };
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      return { id, code: error.code, msg: error.message };
    }
  });
}

function readRecipients(body: OperationRequest['body']): Partial<Record<'deptIds' | 'groupIds' | 'userIds', string[]>> {
  return {
    deptIds: body.deptIds === undefined ? undefined : readStrings(body.deptIds),
    groupIds: body.groupIds === undefined ? undefined : readStrings(body.groupIds),
    userIds: body.userIds === undefined ? undefined : readStrings(body.userIds),
  };
}

/**
 * Parses `yyyy-MM-dd HH:mm:ss`, taken as UTC, or ISO 8601.
 * @throws OperationError invalidParameter
 */
function parseExpireTime(value: unknown): number | undefined {
  const text = readString(value);
  return readTime(text && /^\d{4}-\d{2}-\d{2} /.test(text) ? `${text.replace(' ', 'T')}Z` : text, 'expireTime');
}
