import { Refusal } from '../../operation.js';

/** Who may use a share (facts/shares.md, "Meaning and limits"). */
export const ShareScope = { external: 1, organization: 2, selected: 3 } as const;
/** What is printed as status; 0 leaves the rest to the time of expiry. */
export const ShareStatus = { byTime: 0, filesDeleted: 1, invalid: 2 } as const;

/** Files of one space that others may read, behind a link. Times are milliseconds since 1970. */
export interface Share {
  readonly id: string;
  /** What stands at the end of the link. */
  readonly code: string;
  readonly ownerId: string;
  readonly containerId: string;
  /** At the top of the share, in the order they were given. */
  readonly fileIds: readonly string[];
  readonly displayName: string;
  readonly scope: number;
  readonly sharedAt: number;
  deptIds: readonly string[];
  groupIds: readonly string[];
  userIds: readonly string[];
  extractCode: string | undefined;
  comment: string;
  updatedAt: number;
  expiresAt: number;
  /** Receivers who left it. */
  readonly left: Set<string>;
  views: number;
  downloads: number;
  saves: number;
}

/** All shares that were not cancelled. */
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

  /** Refuses with 13000309 when there is none. */
  get(id: string): Share {
    const share = this.byId.get(id);
    if (!share) throw new Refusal(13000309, `share ${id}`);
    return share;
  }

  /** Refuses with 13000309 when no share has that code. */
  ofCode(code: string): Share {
    const share = this.byCode.get(code);
    if (!share) throw new Refusal(13000309, `link ${code}`);
    return share;
  }
}

/** The page of a link, an address of the front end that the API itself never takes. */
export const linkUrlOf = (share: Share): string => `https://drive.example/cloudfile/#/sharelink/i/${share.code}`;
