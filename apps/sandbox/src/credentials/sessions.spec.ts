import { describe, it, expect } from '@jest/globals';
import { completeOptions, type SessionOptions } from '../options.js';
import { createCounters } from '../control/counters.js';
import { VirtualClock } from '../time.js';
import { Sessions } from './sessions.js';

const MINUTE = 60_000;

function start(settings: Partial<SessionOptions> = {}) {
  const clock = new VirtualClock(() => 1_000_000);
  const counters = createCounters();
  const { session, onSecret } = completeOptions({ session: settings });
  const sessions = new Sessions(clock, session, counters, onSecret);
  return { clock, counters, sessions, ...sessions.create('1001') };
}

describe('session tokens', () => {
  it('lapse after 20 minutes without a call', () => {
    const { clock, sessions, token } = start();
    clock.advance(20 * MINUTE);
    expect(() => sessions.use(token)).toThrow('has lapsed');
  });

  it('are good for another 20 minutes after each call', () => {
    const { clock, sessions, token, session } = start();
    for (let call = 0; call < 5; call += 1) {
      clock.advance(19 * MINUTE);
      expect(sessions.use(token)).toBe(session);
    }
  });

  it('are replaced by a refresh: the old one dies at once', () => {
    const { sessions, session, token } = start();
    const fresh = sessions.refresh(token, session.sessionId);
    expect(() => sessions.use(token)).toThrow('replaced');
    expect(sessions.use(fresh)).toBe(session);
  });

  it('survive a refresh until they lapse, where the option says so', () => {
    const { clock, sessions, session, token } = start({ oldTokenSurvivesRefresh: true });
    sessions.refresh(token, session.sessionId);
    expect(sessions.use(token)).toBe(session);
    clock.advance(20 * MINUTE);
    expect(() => sessions.use(token)).toThrow('has lapsed');
  });

  it('cannot be refreshed once lapsed, unless the option says so', () => {
    const strict = start();
    strict.clock.advance(20 * MINUTE);
    expect(() => strict.sessions.refresh(strict.token, strict.session.sessionId)).toThrow('has lapsed');
    const mild = start({ refreshAfterLapse: true });
    mild.clock.advance(20 * MINUTE);
    expect(mild.sessions.refresh(mild.token, mild.session.sessionId)).toMatch(/^[0-9a-f]{48}$/);
  });

  it('are refreshed with the session id of their own session only', () => {
    const { sessions, token } = start();
    const other = sessions.create('1002');
    expect(() => sessions.refresh(token, other.session.sessionId)).toThrow('x-session-id');
  });

  it('end the whole session when refreshed a second time, where the option says so', () => {
    const { counters, sessions, session, token } = start({ refreshOncePerToken: true });
    const fresh = sessions.refresh(token, session.sessionId);
    expect(counters.sessionsRefreshedTwice).toBe(0);
    expect(() => sessions.refresh(token, session.sessionId)).toThrow('session is ended');
    expect(counters.sessionsRefreshedTwice).toBe(1);
    expect(() => sessions.use(fresh)).toThrow('unknown');
  });

  it('are counted when refreshed a second time where that is allowed, too', () => {
    const { counters, sessions, session, token } = start({ oldTokenSurvivesRefresh: true });
    sessions.refresh(token, session.sessionId);
    sessions.refresh(token, session.sessionId);
    expect(counters.sessionsRefreshedTwice).toBe(1);
  });

  it('die with their session', () => {
    const { sessions, session, token } = start();
    sessions.end(session);
    expect(() => sessions.use(token)).toThrow('unknown');
  });
});
