import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis, type RedisOptions } from 'ioredis';
import { type RedisServer, startRedis } from '../support/redis.js';
import { RedisRelay } from '../support/redis/relay.js';
import { findFrameEnd, FrameSplitter, parseWords } from '../support/redis/resp.js';
import { waitUntil } from '../support/wait-until.js';

let server: RedisServer;
let relay: RedisRelay;
let direct: Redis;
const clients: Redis[] = [];

const connectClient = (url: string, options: RedisOptions = {}): Redis => {
  const client = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null, ...options });
  client.on('error', () => undefined);
  clients.push(client);
  return client;
};

beforeEach(async () => {
  server = await startRedis();
  relay = await RedisRelay.start(server.port);
  direct = connectClient(server.url);
});
afterEach(async () => {
  // ioredis starts a timer when a client is disconnected that has ended.
  for (const client of clients.splice(0)) if (client.status !== 'end') client.disconnect();
  await relay.close();
  await server.stop();
});

describe('RedisRelay', () => {
  it('passes commands, large values, pipelines, transactions and messages', async () => {
    const client = connectClient(relay.url);
    const value = Buffer.alloc(1_000_000, 'ab\r\n');
    await client.set('large', value);
    expect((await client.getBuffer('large'))?.equals(value)).toBe(true);
    expect(await Promise.all(Array.from({ length: 200 }, () => client.incr('count')))).toHaveLength(200);
    expect(await client.multi().incr('count').get('count').exec()).toEqual([
      [null, 201],
      [null, '201'],
    ]);
    const subscriber = connectClient(relay.url);
    const messages: string[] = [];
    subscriber.on('message', (channel, message) => messages.push(`${channel}: ${message}`));
    await subscriber.subscribe('a', 'b');
    await direct.publish('b', 'hello');
    await subscriber.ping();
    await direct.publish('a', 'again');
    await waitUntil('both messages', () => messages.length === 2);
    expect(messages).toEqual(['b: hello', 'a: again']);
  });

  it('holds the reply of the second command with such a key, and those after it', async () => {
    const client = connectClient(relay.url);
    const held = relay.intercept({ command: 'SET', key: /^lease/, skip: 1 }, 'hold-reply');
    await client.set('lease:1', 'x');
    await client.set('other', 'x');
    let settled = false;
    const both = Promise.all([client.set('lease:2', 'x'), client.get('other')]).then((replies) => {
      settled = true;
      return replies;
    });
    await held.reached;
    expect([await direct.get('lease:2'), settled]).toEqual(['x', false]);
    expect(await connectClient(relay.url).get('other')).toBe('x');
    held.release();
    expect(await both).toEqual(['OK', 'x']);
    await client.set('lease:3', 'x');
    expect(held.count).toBe(1);
  });

  it('holds a command before the server receives it, and finds the keys of scripts', async () => {
    const client = connectClient(relay.url);
    const argument = relay.intercept({ command: 'EVAL', key: /^counter-argument$/ }, 'reset-request');
    const held = relay.intercept({ command: ['EVAL', 'EVALSHA'], key: /^counter$/ }, 'hold-request');
    const reply = client.eval("return redis.call('INCR', KEYS[2])", 2, 'a', 'counter', 'counter-argument');
    await held.reached;
    expect(await direct.get('counter')).toBeNull();
    held.release();
    expect(await reply).toBe(1);
    expect(argument.count).toBe(0);
  });

  it.each([
    ['reset-request', null],
    ['reset-reply', 'x'],
  ] as const)('with %s resets the connection when the server has %j', async (effect, stored) => {
    const client = connectClient(relay.url);
    relay.intercept({ command: 'SET' }, effect);
    await expect(client.set('key', 'x')).rejects.toThrow();
    expect(await direct.get('key')).toBe(stored);
  });

  it('replies in place of the server, in the order of the commands', async () => {
    const client = connectClient(relay.url);
    const full = relay.intercept({ command: 'SET', times: Infinity }, { reply: '-OOM command not allowed' });
    const replies = await Promise.allSettled([client.ping(), client.set('a', '1'), client.get('a'), client.ping()]);
    expect(replies.map((reply) => (reply.status === 'fulfilled' ? reply.value : String(reply.reason)))).toEqual([
      'PONG',
      'ReplyError: OOM command not allowed',
      null,
      'PONG',
    ]);
    await expect(client.set('a', '1')).rejects.toThrow('OOM');
    full.release();
    expect(await client.set('a', '1')).toBe('OK');
  });

  it('loses or holds messages of a subscription', async () => {
    const subscriber = connectClient(relay.url);
    const messages: string[] = [];
    subscriber.on('message', (_channel, message) => messages.push(message));
    await subscriber.subscribe('news');
    const lost = relay.intercept({ command: 'MESSAGE', key: /^news$/ }, 'drop');
    await direct.publish('news', 'lost');
    await lost.reached;
    const held = relay.intercept({ command: 'MESSAGE' }, 'hold-reply');
    await direct.publish('news', 'held');
    await held.reached;
    expect(messages).toEqual([]);
    held.release();
    await waitUntil('the message', () => messages.includes('held'));
    expect(messages).toEqual(['held']);
  });

  it('cuts one user off, on open and on new connections', async () => {
    for (const user of ['one', 'two']) await direct.call('ACL', 'SETUSER', user, 'on', '>pw', '~*', '&*', '+@all');
    const connectAs = (username: string): Redis =>
      connectClient(relay.url, { username, password: 'pw', commandTimeout: 300 });
    const [one, two] = [connectAs('one'), connectAs('two')];
    await Promise.all([one.ping(), two.ping()]);
    const cut = relay.cut({ user: 'one' });
    await expect(one.ping()).rejects.toThrow('Command timed out');
    await expect(connectAs('one').ping()).rejects.toThrow('Command timed out');
    expect(await two.ping()).toBe('PONG');
    cut.release();
    await waitUntil('the user to be back', () =>
      connectAs('one')
        .ping()
        .catch(() => undefined),
    );
  });
});

describe('FrameSplitter', () => {
  const frames = [
    '+OK\r\n',
    '$-1\r\n',
    '*2\r\n$1\r\na\r\n$0\r\n\r\n',
    '%1\r\n+k\r\n*1\r\n:1\r\n',
    '>2\r\n$1\r\na\r\n:1\r\n',
    '|1\r\n+a\r\n+b\r\n#t\r\n',
  ];

  it('finds the same frames however the bytes are cut', () => {
    const bytes = Buffer.from(frames.join(''));
    for (let size = 1; size <= bytes.length; size += 1) {
      const splitter = new FrameSplitter();
      const found: string[] = [];
      for (let start = 0; start < bytes.length; start += size) {
        found.push(...[...splitter.split(bytes.subarray(start, start + size))].map(String));
      }
      expect(found).toEqual(frames);
    }
    expect(findFrameEnd(Buffer.from('*-1\r\n'), 0)).toBe(5);
    expect(parseWords(Buffer.from('INFO server\r\n'))).toEqual(['INFO', 'server']);
  });
});
