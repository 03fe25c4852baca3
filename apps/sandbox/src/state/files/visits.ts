/**
 * Kinds of action, with the numbers of the list of recent visits. The sandbox records an upload as `edit`, so it does not
 * write `upload`.
 */
export const VisitAction = { view: 1, edit: 2, share: 3, saveToOwnSpace: 4, upload: 5, saveFromShare: 6 } as const;

export interface FileVisit {
  readonly fileId: string;
  readonly containerId: string;
  /** The name at the time of the visit, because the file may have been deleted since. */
  readonly name: string;
  readonly fileType: string;
  readonly action: number;
  readonly timestamp: number;
}

/** Inferred: the limit upstream is not documented. */
const maxVisitsPerUser = 100;

/** The recent visits of each user, newest first, at most one for each file. */
export class Visits {
  private readonly byUser = new Map<string, FileVisit[]>();

  add(userId: string, visit: FileVisit): void {
    const others = this.list(userId).filter(({ fileId }) => fileId !== visit.fileId);
    this.byUser.set(userId, [visit, ...others].slice(0, maxVisitsPerUser));
  }

  list(userId: string): readonly FileVisit[] {
    return this.byUser.get(userId) ?? [];
  }
}
