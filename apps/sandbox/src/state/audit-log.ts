/** A write that was attempted. */
export interface AuditEntry {
  readonly id: string;
  readonly operatorId: string;
  readonly operatorName: string;
  readonly timestamp: number;
  /** The operationId (inferred: the names that upstream uses are not documented). */
  readonly operation: string;
  readonly resource: string;
  /** 0 done, 1 rejected (inferred). */
  readonly result: number;
  readonly message: string;
}

const maxEntries = 10_000;
/** The log exceeds the maximum by this many entries before it is cut, so that not every write copies it. */
const excessEntries = 1000;

/** The writes of the tenant, oldest first. The oldest entries are dropped. */
export class AuditLog {
  private entries: AuditEntry[] = [];

  add(entry: AuditEntry): void {
    this.entries.push(entry);
    if (this.entries.length > maxEntries + excessEntries) this.entries = this.entries.slice(-maxEntries);
  }

  list(): readonly AuditEntry[] {
    return this.entries;
  }
}
