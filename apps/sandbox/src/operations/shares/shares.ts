import { Refusal, type Handlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isReceived } from '../../state/shares/share-access.js';
import { changeShare, createShare, ownShare, receivedShare } from '../../state/shares/share-lives.js';
import { callerOf } from '../../state/spaces/access.js';
import { text, texts, whole } from '../input.js';
import {
  changedShare,
  createdShare,
  detailByMe,
  detailWithMe,
  sharedByMe,
  sharedWithMe,
  shareList,
} from './share-answers.js';

const MOST_AT_ONCE = 100;

/** Shares by the caller and with the caller. */
export function shareHandlers(drive: Drive): Handlers {
  return {
    createShare: (request) => ({ shareLink: createdShare(create(drive, request)) }),
    listShareByMe: ({ subject, query }) => {
      const { userId } = callerOf(drive, subject);
      const own = drive.shares.list().filter(({ ownerId }) => ownerId === userId);
      return shareList(drive, own, query, (share) => sharedByMe(drive, share));
    },
    getShareByMeDetail: ({ subject, path }) => ({
      shareLink: detailByMe(drive, ownShare(drive, subject, path.shareId ?? '')),
    }),
    updateShare: ({ subject, path, body }) => {
      const change = {
        ...receivers(body),
        ...{ extractCode: text(body.extractCode), comment: text(body.comment) },
        ...{ validDays: whole(body.validDays) ?? 0, expiresAt: endOf(body.expireTime) },
      };
      return { shareLink: changedShare(drive, changeShare(drive, subject, path.shareId ?? '', change)) };
    },
    batchCancel: ({ subject, body }) => ({
      subResponseList: each(body.shareIds, (id) => drive.shares.remove(ownShare(drive, subject, id))).map(
        // As the enterprise example has it: the id, and the code as text.
        ({ id, code, msg }) => ({ shareId: id, code: String(code), msg }),
      ),
    }),
    listShareWithMe: ({ subject, query }) => {
      const user = callerOf(drive, subject);
      const received = drive.shares.list().filter((share) => isReceived(drive, share, user));
      return shareList(drive, received, query, (share) => sharedWithMe(drive, share));
    },
    getShareWithMeDetail: ({ subject, path }) => ({
      shareLink: detailWithMe(drive, receivedShare(drive, subject, path.shareId ?? '')),
    }),
    exitShare: ({ subject, body }) => ({
      // As the newest table has it: no id, the code as a number, in the order asked for.
      subResponseList: each(body.shareIds, (id) => leave(drive, subject, id)).map(({ code, msg }) => ({ code, msg })),
    }),
  };
}

function create(drive: Drive, { subject, body }: OperationRequest): ReturnType<typeof createShare> {
  const { deptIds = [], groupIds = [], userIds = [] } = receivers(body);
  return createShare(drive, subject, {
    ...{ containerId: String(body.containerId), fileIds: texts(body.fileIds), scope: whole(body.scope) ?? 0 },
    ...{ deptIds, groupIds, userIds, extractCode: text(body.extractCode), comment: text(body.comment) ?? '' },
    ...{ validDays: whole(body.validDays) ?? 0, expiresAt: endOf(body.expireTime) },
  });
}

function leave(drive: Drive, subject: Subject, id: string): void {
  receivedShare(drive, subject, id).left.add(callerOf(drive, subject).userId);
}

interface Outcome {
  readonly id: string;
  readonly code: number;
  readonly msg: string;
}

/** One outcome for each id. Refuses with 13000102 when there are none or too many. */
function each(ids: unknown, work: (id: string) => void): Outcome[] {
  const asked = texts(ids);
  if (asked.length === 0 || asked.length > MOST_AT_ONCE) throw new Refusal(13000102, 'shareIds');
  return asked.map((id) => {
    try {
      work(id);
      return { id, code: 0, msg: 'success' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { id, code: error.code, msg: error.message };
    }
  });
}

function receivers(body: OperationRequest['body']): Partial<Record<'deptIds' | 'groupIds' | 'userIds', string[]>> {
  return {
    ...(body.deptIds !== undefined && { deptIds: texts(body.deptIds) }),
    ...(body.groupIds !== undefined && { groupIds: texts(body.groupIds) }),
    ...(body.userIds !== undefined && { userIds: texts(body.userIds) }),
  };
}

/** `yyyy-MM-dd HH:mm:ss`, taken as UTC, or ISO 8601. Refuses with 13000102. */
function endOf(value: unknown): number | undefined {
  const given = text(value);
  if (given === undefined) return undefined;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2} /.test(given) ? `${given.replace(' ', 'T')}Z` : given);
  if (Number.isNaN(time)) throw new Refusal(13000102, 'expireTime');
  return time;
}
