import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseReplication, RequiredReplicas } from './redis-replication.js';

const holdMs = 3_000;
let required: RequiredReplicas;
beforeEach(() => {
  required = new RequiredReplicas(holdMs);
});

/** INFO of a primary. @param replicas port, confirmed offset and lag of each */
const describePrimary = (replicas: readonly (readonly [number, number, number?])[], serverId = 'a', offset = 100) =>
  parseReplication(
    [
      `run_id:${serverId}`,
      'role:master',
      ...replicas.map(
        ([port, confirmed, lag = 0], index) =>
          `slave${index}:ip=127.0.0.1,port=${port},state=online,offset=${confirmed},lag=${lag}`,
      ),
      'slave8:ip=127.0.0.1,port=9,state=wait_bgsave,offset=0,lag=0',
      `master_repl_offset:${offset}`,
    ].join('\r\n'),
  );

describe('parseReplication', () => {
  it('reads the online replicas and how far they are', () => {
    const { serverId, offset, replicas } = describePrimary([[1, 90, 1]]);
    expect({ serverId, offset, replicas: [...replicas] }).toEqual({
      serverId: 'a',
      offset: 100,
      replicas: [['127.0.0.1:1', { offset: 90, lagSeconds: 1 }]],
    });
  });
});

describe('RequiredReplicas', () => {
  it('are those that are in step', () => {
    required.update(
      describePrimary([
        [1, 100],
        [2, 100, 3],
      ]),
      0,
    );
    expect(required.count).toBe(1);
    expect(required.hold(100, describePrimary([[1, 100]]))).toBe(true);
    expect(required.hold(100, describePrimary([[1, 99]]))).toBe(false);
    expect(required.follow(describePrimary([[1, 99]]))).toBe(true);
    expect(required.follow(describePrimary([[2, 100]]))).toBe(false);
  });

  it('contain one that begins to follow as soon as it has caught up', () => {
    required.update(describePrimary([[1, 100]]), 0);
    const loading = describePrimary(
      [
        [1, 200],
        [2, 90],
      ],
      'a',
      200,
    );
    required.update(loading, 250);
    expect(required.count).toBe(1);
    required.update(
      describePrimary(
        [
          [1, 210],
          [2, 200],
        ],
        'a',
        210,
      ),
      500,
    );
    expect(required.count).toBe(2);
  });

  it('contain one that has left for a while, whatever other one follows meanwhile', () => {
    required.update(describePrimary([[1, 100]]), 0);
    const other = describePrimary([[2, 100]]);
    // Before the primary was read again, and after that.
    expect(required.hold(100, other)).toBe(false);
    expect(required.update(other, 1_000)).toBe(false);
    expect(required.count).toBe(2);
    expect(required.hold(100, other)).toBe(false);
    expect(required.update(other, 1_000 + holdMs)).toBe(true);
    expect(required.count).toBe(1);
    expect(required.hold(100, other)).toBe(true);
  });

  it('are the same again when one that had left is back', () => {
    const both = describePrimary([
      [1, 100],
      [2, 100],
    ]);
    required.update(both, 0);
    required.update(describePrimary([[1, 100]]), 1_000);
    required.update(both, 2_000);
    expect(required.update(describePrimary([[1, 100]]), 1_000 + holdMs)).toBe(false);
    expect(required.count).toBe(2);
  });

  it('are those of another server when it is another one', () => {
    required.update(
      describePrimary([
        [1, 100],
        [2, 100],
      ]),
      0,
    );
    required.update(describePrimary([[3, 5]], 'b', 5), 100);
    expect(required.count).toBe(1);
    expect(required.hold(5, describePrimary([[3, 5]], 'b', 5))).toBe(true);
  });
});
