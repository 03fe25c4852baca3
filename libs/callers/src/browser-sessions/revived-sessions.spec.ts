import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, MemoryStore, type Store, StoreUnavailableError } from '#store';
import { Vault } from '#vault';
import { overrideStore } from '../../../../test/support/store-double.js';
import type { BrowserSession } from './browser-session.js';
import { BrowserSessionStore } from './browser-session-store.js';

const hourMs = 3_600_000;
const mei = { userId: '7', signInMethod: 'koodrive' } as const;
const ada = {
  userId: '8',
  signInMethod: 'openid',
  openId: { issuer: 'https://id.test', subject: 'ada' },
} as const;

let clock: ManualClock;
let memory: MemoryStore;
let generation: string;
/** Ids of the browser sessions that KooDrive was asked about. */
let asked: string[];
let askKooDrive: (session: BrowserSession) => Promise<boolean>;
const cipher = new Vault([{ id: 'a', key: createSecretKey(randomBytes(32)) }]);

beforeEach(() => {
  clock = new ManualClock();
  memory = new MemoryStore({ clock });
  generation = 'first';
  asked = [];
  askKooDrive = async () => true;
});

function createInstance(replace: (inner: Store) => Partial<Store> = () => ({})): BrowserSessionStore {
  const store = Object.defineProperty(overrideStore(memory, replace), 'generation', { get: () => generation });
  const options = { store, cipher, clock, idleMs: hourMs, lifetimeMs: 12 * hourMs };
  return new BrowserSessionStore({
    ...options,
    askKooDrive: (session) => {
      asked.push(session.id);
      return askKooDrive(session);
    },
  });
}

/** Replaces what is stored under the key by what was stored when this function was called. */
async function saveRecord({ id }: BrowserSession): Promise<() => Promise<void>> {
  const bytes = (await memory.get(`session:${id}`)) ?? Buffer.alloc(0);
  return async () => {
    generation = `after ${generation}`;
    await memory.set(`session:${id}`, bytes, hourMs);
  };
}

describe('A browser session that has ended and is in the store again', () => {
  it.each([mei, ada])('has ended for the instance that ended it: %j', async (user) => {
    const instance = createInstance();
    const { cookie, session } = await instance.create(user);
    const restore = await saveRecord(session);
    await instance.end(user.userId, session.id);
    await restore();
    expect(await instance.find(cookie)).toBeUndefined();
    expect(await memory.get(`session:${session.id}`)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('is deleted for all as soon as the instance that ended it is used', async () => {
    const [instance, other] = [createInstance(), createInstance()];
    const { cookie, session } = await instance.create(ada);
    const lasting = await instance.create(mei);
    const restore = await saveRecord(session);
    await instance.end(ada.userId, session.id);
    await instance.find(lasting.cookie);
    await restore();
    await instance.find(lasting.cookie);
    expect(await other.find(cookie)).toBeUndefined();
  });

  it('has ended for an instance that has not ended it, where KooDrive says so', async () => {
    const { cookie, session } = await createInstance().create(mei);
    const restore = await saveRecord(session);
    askKooDrive = async () => false;
    await restore();
    const other = createInstance();
    expect(await other.find(cookie)).toBeUndefined();
    expect(await other.find(cookie)).toBeUndefined();
    expect(asked).toEqual([session.id]);
  });

  it('has ended where the deletion was rejected, and a repeated sign-out is rejected until it is deleted', async () => {
    let rejects = true;
    const instance = createInstance((inner) => ({
      async delete(...keys) {
        if (rejects) throw new StoreUnavailableError('down');
        return inner.delete(...keys);
      },
    }));
    const { cookie, session } = await instance.create(mei);
    await expect(instance.end(mei.userId, session.id)).rejects.toThrow(StoreUnavailableError);
    await expect(instance.find(cookie)).rejects.toThrow(StoreUnavailableError);
    rejects = false;
    expect(await instance.find(cookie)).toBeUndefined();
    expect(await memory.get(`session:${session.id}`)).toBeUndefined();
  });
});

describe('A browser session that has not ended', () => {
  it('is asked about once after a loss, for all instances and requests together', async () => {
    const { cookie, session } = await createInstance().create(mei);
    generation = 'second';
    const instance = createInstance();
    const found = await Promise.all(Array.from({ length: 5 }, () => instance.find(cookie)));
    expect(found.map((each) => each?.id)).toEqual(Array.from({ length: 5 }, () => session.id));
    expect((await createInstance().find(cookie))?.id).toBe(session.id);
    expect(asked).toEqual([session.id]);
  });

  it('is asked about once by each instance where the store cannot be written', async () => {
    const { cookie } = await createInstance().create(mei);
    generation = 'second';
    const instance = createInstance(() => ({
      setIfEquals: () => Promise.reject(new StoreUnavailableError('full')),
    }));
    for (let request = 0; request < 3; request += 1) expect(await instance.find(cookie)).toBeDefined();
    expect(asked).toHaveLength(1);
  });

  it('is not accepted while KooDrive cannot be asked, and continues afterwards', async () => {
    const instance = createInstance();
    const { cookie } = await instance.create(mei);
    generation = 'second';
    askKooDrive = () => Promise.reject(new Error('unreachable'));
    await expect(instance.find(cookie)).rejects.toThrow(StoreUnavailableError);
    askKooDrive = async () => true;
    expect(await instance.find(cookie)).toBeDefined();
  });

  it('is not asked about if KooDrive does not know it', async () => {
    const { cookie } = await createInstance().create(ada);
    generation = 'second';
    expect(await createInstance().find(cookie)).toBeDefined();
    expect(asked).toEqual([]);
  });
});
