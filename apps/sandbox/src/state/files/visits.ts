/** Kinds of act, as the list of recent visits numbers them. */
export const Act = { view: 1, edit: 2, share: 3, saveToOwnSpace: 4, upload: 5, saveFromShare: 6 } as const;

export interface Visit {
  readonly fileId: string;
  readonly containerId: string;
  /** As it was at the time, for files that are gone. */
  readonly name: string;
  readonly fileType: string;
  readonly act: number;
  readonly at: number;
}

/** Inferred: how many are kept upstream is not documented. */
const KEPT = 100;

/** What each user did lately, newest first, one entry a file. */
export class Visits {
  private readonly byUser = new Map<string, Visit[]>();

  add(userId: string, visit: Visit): void {
    const others = this.list(userId).filter(({ fileId }) => fileId !== visit.fileId);
    this.byUser.set(userId, [visit, ...others].slice(0, KEPT));
  }

  list(userId: string): readonly Visit[] {
    return this.byUser.get(userId) ?? [];
  }
}
