import { type BudgetObserver, type CallerBudgetName, callerBudgets } from './caller-budgets.js';

/** Counts what is held for callers in this process only, such as open connections. */
export class LocalBudget {
  private readonly countByOwner = new Map<string, number>();

  constructor(
    private readonly name: CallerBudgetName,
    private readonly observe: BudgetObserver = () => undefined,
  ) {}

  /** Counts an item. @returns the function that gives its room back; undefined where the budget is used up */
  tryAdmit(owner: string): (() => void) | undefined {
    const count = this.countByOwner.get(owner) ?? 0;
    if (count >= callerBudgets[this.name].maxItems) {
      this.observe(this.name, 'refused');
      return undefined;
    }
    this.countByOwner.set(owner, count + 1);
    this.observe(this.name, 'admitted');
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.release(owner);
    };
  }

  private release(owner: string): void {
    const count = (this.countByOwner.get(owner) ?? 1) - 1;
    if (count > 0) this.countByOwner.set(owner, count);
    else this.countByOwner.delete(owner);
  }
}
