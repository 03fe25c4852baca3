import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';

/** Who may use a share (facts/shares.md, "Meaning and limits"). */
export const ShareScope = { external: 1, organization: 2, selected: 3 } as const;
/** Numbers of `status` in the contract. With 0 the share is valid until it expires. */
export const ShareStatus = { validUntilExpiry: 0, filesDeleted: 1, invalid: 2 } as const;

/** Files of one space that others may read through a link. Times are milliseconds since the epoch. */
export interface Share {
  readonly id: string;
  /** The last part of the link. */
  readonly code: string;
  readonly ownerId: string;
  readonly containerId: string;
  /** The files and folders at the top of the share, in the order of the request. */
  readonly fileIds: readonly string[];
  readonly displayName: string;
  /** A number of ShareScope. */
  readonly scope: number;
  readonly sharedAt: number;
  deptIds: readonly string[];
  groupIds: readonly string[];
  userIds: readonly string[];
  /** The access code, if readers need one. */
  extractCode: string | undefined;
  comment: string;
  updatedAt: number;
  expiresAt: number;
  /** Recipients who left the share. */
  readonly leftUserIds: Set<string>;
  viewCount: number;
  downloadCount: number;
  saveCount: number;
}

/** All shares that were not canceled. */
export class Shares {
  private readonly byId = new Map<string, Share>();
  private readonly byCode = new Map<string, Share>();

  add(share: Share): Share {
    this.byId.set(share.id, share);
    this.byCode.set(share.code, share);
    return share;
  }

  remove(share: Share): void {
    this.byId.delete(share.id);
    this.byCode.delete(share.code);
  }

  list(): Share[] {
    return [...this.byId.values()];
  }

  find(id: string): Share | undefined {
    return this.byId.get(id);
  }

  /** @throws OperationError notFound (no such share) */
  get(id: string): Share {
    const share = this.byId.get(id);
    if (!share) throw new OperationError(errorCodes.notFound, `share ${id}`);
    return share;
  }

  /** @throws OperationError notFound (no share has this code) */
  getByCode(code: string): Share {
    const share = this.byCode.get(code);
    if (!share) throw new OperationError(errorCodes.notFound, `link ${code}`);
    return share;
  }
}

/** URL of the link's page in KooDrive's web front end. No operation accepts it. */
export const getShareUrl = (share: Share): string => `https://drive.example/cloudfile/#/sharelink/i/${share.code}`;
