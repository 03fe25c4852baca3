import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DependencyMonitor } from './dependency-monitor.js';

let lines: { readonly level: string; readonly [name: string]: unknown }[];
let monitor: DependencyMonitor;
beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
  const createSink = (level: string) => (entry: object) => void lines.push({ level, ...entry });
  monitor = new DependencyMonitor({ warn: createSink('warn'), info: createSink('info') } as never);
});
afterEach(() => {
  monitor.close();
  jest.useRealTimers();
});

describe('DependencyMonitor', () => {
  it('tells once when a trouble begins and once when it ends, however many calls fail', () => {
    const store = monitor.watch('store');
    for (let call = 0; call < 1_000; call += 1) store.reportFailure('writes', { reason: 'full' });
    expect(monitor.states).toEqual([{ name: 'store', state: 'down', reason: 'full' }]);
    for (let call = 0; call < 1_000; call += 1) store.reportSuccess('writes');
    jest.advanceTimersByTime(1_000);
    expect(lines).toEqual([
      { level: 'warn', dependency: 'store', capability: 'writes', reason: 'full' },
      { level: 'info', dependency: 'store', capability: 'writes', downMs: 1_000 },
    ]);
    expect(monitor.states).toEqual([{ name: 'store', state: 'up' }]);
  });

  it('tells one trouble where failures and successes alternate', () => {
    const koodrive = monitor.watch('koodrive');
    for (let call = 0; call < 100; call += 1) {
      koodrive.reportFailure('calls', { reason: 'timeout' });
      koodrive.reportSuccess('calls');
      jest.advanceTimersByTime(500);
    }
    expect(lines).toHaveLength(1);
    jest.advanceTimersByTime(500);
    expect(lines).toHaveLength(2);
  });

  it('tells each reason of a trouble once', () => {
    const store = monitor.watch('store');
    for (const reason of ['refused', 'loading', 'refused', 'loading']) store.reportFailure('connection', { reason });
    expect(lines.map(({ reason }) => reason)).toEqual(['refused', 'loading']);
  });

  it('needs several failures in a row where the reporter says so', () => {
    const koodrive = monitor.watch('koodrive');
    const fail = (): void => koodrive.reportFailure('calls', { reason: 'timeout' }, 3);
    fail();
    fail();
    koodrive.reportSuccess('calls');
    fail();
    fail();
    expect(lines).toEqual([]);
    fail();
    expect(lines).toHaveLength(1);
  });

  it('tells a store that can be read and not written as down until it can be written', () => {
    const store = monitor.watch('store');
    store.reportFailure('writes', { reason: 'read-only' });
    store.reportSuccess('reads');
    jest.advanceTimersByTime(60_000);
    expect(monitor.getState('store')).toEqual({ name: 'store', state: 'down', reason: 'read-only' });
  });
});
