/** What users marked as favourite, with when they did; ids of files that may be gone since. */
export class Favourites {
  private readonly byUser = new Map<string, Map<string, number>>();

  mark(userId: string, fileId: string, at: number): void {
    const marked = this.byUser.get(userId) ?? new Map<string, number>();
    this.byUser.set(userId, marked);
    if (!marked.has(fileId)) marked.set(fileId, at);
  }

  unmark(userId: string, fileId: string): void {
    this.byUser.get(userId)?.delete(fileId);
  }

  has(userId: string, fileId: string): boolean {
    return this.byUser.get(userId)?.has(fileId) ?? false;
  }

  list(userId: string): { readonly fileId: string; readonly at: number }[] {
    return [...(this.byUser.get(userId) ?? [])].map(([fileId, at]) => ({ fileId, at }));
  }
}
