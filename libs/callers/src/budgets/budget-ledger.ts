import { ProblemError } from '#problem';
import type { Store } from '#store';
import { hashId } from '../hash-id.js';
import { type BudgetObserver, type CallerBudget, type CallerBudgetName, callerBudgets } from './caller-budgets.js';

export interface BudgetItem {
  readonly id: string;
  /** Size in bytes, where the budget limits it. */
  readonly bytes?: number;
  readonly ttlMs: number;
}

/** The result of a request for room in a budget. */
export interface Admission {
  readonly admitted: boolean;
  /** Ids of the items that made room. The caller of `admit` deletes what they stand for. */
  readonly evictedIds: readonly string[];
  /** Seconds until an item expires; 0 where the item was admitted. */
  readonly retryAfterSeconds: number;
}

/** Counts what is held for callers in the store, for all instances together. */
export class BudgetLedger {
  constructor(
    private readonly store: Store,
    readonly observe: BudgetObserver = () => undefined,
  ) {}

  /**
   * Counts an item, or replaces the item with the same id, which is always admitted.
   *
   * @param owner a caller id, user id or network, as the budget says
   * @throws StoreUnavailableError
   */
  async admit(name: CallerBudgetName, owner: string, { id, bytes = 0, ttlMs }: BudgetItem): Promise<Admission> {
    const { maxItems, maxBytes = Number.MAX_SAFE_INTEGER, atLimit }: CallerBudget = callerBudgets[name];
    const { added, replaced, removedIds, roomInMs } = await this.store.addToBoundedSet(
      buildStoreKey(name, owner),
      { id, bytes, ttlMs },
      { maxItems, maxBytes, removeOldest: atLimit === 'oldest-out' },
    );
    if (!replaced) this.observe(name, added ? 'admitted' : 'refused');
    for (let evicted = 0; evicted < removedIds.length; evicted += 1) this.observe(name, 'evicted');
    return { admitted: added, evictedIds: removedIds, retryAfterSeconds: Math.ceil(roomInMs / 1000) };
  }

  /** Gives the room of an item back. @throws StoreUnavailableError */
  release(name: CallerBudgetName, owner: string, id: string): Promise<void> {
    return this.store.removeFromBoundedSet(buildStoreKey(name, owner), id);
  }
}

/** The problem of a caller whose budget is used up. */
export function createBudgetProblem(name: CallerBudgetName, retryAfterSeconds: number): ProblemError {
  const { maxItems, maxBytes }: CallerBudget = callerBudgets[name];
  const [en, zh] = budgetTexts[name];
  const sizeEn = maxBytes ? ` of together ${maxBytes} bytes` : '';
  const sizeZh = maxBytes ? `，总计 ${maxBytes} 字节` : '';
  return new ProblemError('too-many-requests', {
    detail: { en: `At most ${maxItems} ${en}${sizeEn}.`, zh: `最多 ${maxItems} 个${zh}${sizeZh}。` },
    retryAfterSeconds,
  });
}

const budgetTexts: Record<CallerBudgetName, readonly [en: string, zh: string]> = {
  storedResponses: ['responses are stored for the Idempotency-Keys of one caller', '幂等键响应'],
  requests: ['requests of one caller may be in progress', '同时处理的请求'],
  transfers: ['transfers of file contents of one caller may be in progress', '同时进行的文件传输'],
  eventStreams: ['event streams of one caller may be open', '同时打开的事件流'],
  archiveListings: ['archives may be listed for one caller at a time', '同时列出的压缩包'],
  linkUnlocks: ['links of one caller may be unlocked', '已解锁的链接'],
  linkViews: ['views of links are remembered for one caller', '已计数的链接访问'],
  writeRecords: ['jobs and uploads of one user are remembered', '已记录的任务和上传'],
  signIns: ['sign-ins of one network may be in progress', '正在进行的登录'],
  browserSessions: ['browser sessions of one user may be active', '浏览器会话'],
};

const buildStoreKey = (name: CallerBudgetName, owner: string): string => `budget:${name}:${hashId(owner)}`;
