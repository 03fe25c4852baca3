/** A write that was tried. */
export interface AuditEntry {
  readonly id: string;
  readonly operatorId: string;
  readonly operatorName: string;
  readonly at: number;
  /** The operationId: the names that upstream uses are not documented. */
  readonly operation: string;
  readonly resource: string;
  /** 0 done, 1 refused (inferred). */
  readonly result: number;
  readonly message: string;
}

const KEPT = 10_000;

/** The writes of the tenant, oldest first; the oldest are forgotten. */
export class AuditLog {
  private entries: AuditEntry[] = [];

  add(entry: AuditEntry): void {
    this.entries.push(entry);
    if (this.entries.length > KEPT * 1.1) this.entries = this.entries.slice(-KEPT);
  }

  list(): readonly AuditEntry[] {
    return this.entries;
  }
}
