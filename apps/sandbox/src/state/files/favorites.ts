/** The favorites of each user, with the time of marking. A file may have been deleted since. */
export class Favorites {
  private readonly byUser = new Map<string, Map<string, number>>();

  add(userId: string, fileId: string, timestamp: number): void {
    const favorites = this.byUser.get(userId) ?? new Map<string, number>();
    this.byUser.set(userId, favorites);
    if (!favorites.has(fileId)) favorites.set(fileId, timestamp);
  }

  remove(userId: string, fileId: string): void {
    this.byUser.get(userId)?.delete(fileId);
  }

  has(userId: string, fileId: string): boolean {
    return this.byUser.get(userId)?.has(fileId) ?? false;
  }

  list(userId: string): { readonly fileId: string; readonly at: number }[] {
    return [...(this.byUser.get(userId) ?? [])].map(([fileId, at]) => ({ fileId, at }));
  }
}
