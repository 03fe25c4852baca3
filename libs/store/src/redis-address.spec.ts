import { describe, expect, it } from '@jest/globals';
import { parseRedisAddress } from './redis-address.js';

describe('parseRedisAddress', () => {
  it('parses one server, with default port and database', () => {
    expect(parseRedisAddress('redis://cache')).toEqual({
      kind: 'single',
      options: { host: 'cache', port: 6379, db: 0 },
    });
  });

  it('parses a user, a password with percent-encoded characters, and a database', () => {
    expect(parseRedisAddress('redis://gate%40way:p%40ss%3Aw%2Frd@[::1]:6380/3')).toEqual({
      kind: 'single',
      options: { host: '::1', port: 6380, db: 3, username: 'gate@way', password: 'p@ss:w/rd' },
    });
  });

  it('sets no user when there is only a password', () => {
    expect(parseRedisAddress('redis://:secret@h').options).toEqual({
      host: 'h',
      port: 6379,
      db: 0,
      password: 'secret',
    });
  });

  it('requires TLS 1.2 or higher for rediss', () => {
    expect(parseRedisAddress('rediss://h').options).toMatchObject({ tls: { minVersion: 'TLSv1.2' } });
  });

  it('parses sentinels and the name of their master', () => {
    expect(parseRedisAddress('redis+sentinel://:pw@s1:26380,s2/main/2')).toEqual({
      kind: 'sentinel',
      options: {
        sentinels: [
          { host: 's1', port: 26380 },
          { host: 's2', port: 26379 },
        ],
        name: 'main',
        db: 2,
        password: 'pw',
        sentinelPassword: 'pw',
        enableTLSForSentinelMode: false,
      },
    });
  });

  it('parses user, password and TLS of Sentinels, which are not those of the master', () => {
    const { options } = parseRedisAddress(
      'redis+sentinel://app:pw@s1/main?sentinelUser=watch%26er&sentinelPassword=a%3Db%25&sentinelTls=on',
    );
    expect(options).toMatchObject({ username: 'app', password: 'pw', enableTLSForSentinelMode: false });
    expect(options).toMatchObject({ sentinelUsername: 'watch&er', sentinelPassword: 'a=b%' });
    expect(options).toMatchObject({ sentinelTLS: { minVersion: 'TLSv1.2' } });
  });

  it('takes what is behind the first equals sign of a parameter, with further ones, as its value', () => {
    const { options } = parseRedisAddress('redis+sentinel://s1/main?sentinelPassword=YWJj==');
    expect(options).toMatchObject({ sentinelPassword: 'YWJj==' });
  });

  it('gives Sentinels the password of an address without a user, unless the query has another one', () => {
    expect(parseRedisAddress('redis+sentinel://:pw@s1/main').options).toMatchObject({ sentinelPassword: 'pw' });
    for (const address of ['redis+sentinel://:pw@s1/main?sentinelPassword=', 'redis+sentinel://app:pw@s1/main'])
      expect(parseRedisAddress(address).options).not.toHaveProperty('sentinelPassword');
  });

  it('calls Sentinels with TLS where the master has it, unless the address says otherwise', () => {
    expect(parseRedisAddress('rediss+sentinel://s1/main').options).toMatchObject({
      tls: { minVersion: 'TLSv1.2' },
      sentinelTLS: { minVersion: 'TLSv1.2' },
      enableTLSForSentinelMode: true,
    });
    expect(parseRedisAddress('rediss+sentinel://s1/main?sentinelTls=off').options).not.toHaveProperty('sentinelTLS');
  });

  it.each([
    'redis://h?sentinelPassword=hunter2',
    'redis+sentinel://s1/main?password=hunter2',
    'redis+sentinel://s1/m?sentinelTls=1',
  ])('rejects %s', (address) => expect(() => parseRedisAddress(address)).toThrow(/^(?![^]*hunter2)/));

  it('parses the nodes of a cluster', () => {
    expect(parseRedisAddress('redis+cluster://n1:7000,n2:7001')).toEqual({
      kind: 'cluster',
      nodes: [
        { host: 'n1', port: 7000 },
        { host: 'n2', port: 7001 },
      ],
      options: {},
    });
  });

  it.each([
    'http://:hunter2@host',
    'redis://:hunter2@a,b',
    'redis://:hunter2@host:99999',
    'redis://:hunter2@host/main',
    'redis://:%zzhunter2@host',
    'redis+sentinel://:hunter2@host',
    'redis+cluster://:hunter2@host/1',
    'hunter2',
    '',
  ])('rejects an address of another format without repeating it in the error: %s', (address) => {
    expect(() => parseRedisAddress(address)).toThrow(TypeError);
    expect(() => parseRedisAddress(address)).toThrow(/^(?!.*hunter2)/);
  });
});
