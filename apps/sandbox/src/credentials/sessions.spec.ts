import { describe, it, expect } from '@jest/globals';
import { completeOptions, type SessionOptions } from '../options.js';
import { createCounters } from '../control/counters.js';
import { VirtualClock } from '../virtual-clock.js';
import { SandboxSessions } from './sessions.js';

const minuteMs = 60_000;

function createSession(settings: Partial<SessionOptions> = {}) {
  const clock = new VirtualClock(() => 1_000_000);
  const counters = createCounters();
  const { session, onSecret } = completeOptions({ session: settings });
  const sessions = new SandboxSessions(clock, session, counters, onSecret);
  return { clock, counters, sessions, ...sessions.create('1001') };
}

describe('KooDrive session tokens', () => {
  it('expire after 20 minutes without a call', () => {
    const { clock, sessions, token } = createSession();
    clock.advance(20 * minuteMs);
    expect(() => sessions.authenticate(token)).toThrow('has expired');
  });

  it('are valid for another 20 minutes after each call', () => {
    const { clock, sessions, token, session } = createSession();
    for (let call = 0; call < 5; call += 1) {
      clock.advance(19 * minuteMs);
      expect(sessions.authenticate(token)).toBe(session);
    }
  });

  it('become invalid when they are refreshed', () => {
    const { sessions, session, token } = createSession();
    const newToken = sessions.refresh(token, session.sessionId);
    expect(() => sessions.authenticate(token)).toThrow('replaced');
    expect(sessions.authenticate(newToken)).toBe(session);
  });

  it('stay valid after a refresh until they expire with oldTokenSurvivesRefresh', () => {
    const { clock, sessions, session, token } = createSession({ oldTokenSurvivesRefresh: true });
    sessions.refresh(token, session.sessionId);
    expect(sessions.authenticate(token)).toBe(session);
    clock.advance(20 * minuteMs);
    expect(() => sessions.authenticate(token)).toThrow('has expired');
  });

  it('cannot be refreshed after they expire, except with refreshAfterExpiry', () => {
    const strict = createSession();
    strict.clock.advance(20 * minuteMs);
    expect(() => strict.sessions.refresh(strict.token, strict.session.sessionId)).toThrow('has expired');
    const lenient = createSession({ refreshAfterExpiry: true });
    lenient.clock.advance(20 * minuteMs);
    expect(lenient.sessions.refresh(lenient.token, lenient.session.sessionId)).toMatch(/^[0-9a-f]{48}$/);
  });

  it('are refreshed only with the id of their own session', () => {
    const { sessions, token } = createSession();
    const other = sessions.create('1002');
    expect(() => sessions.refresh(token, other.session.sessionId)).toThrow('x-session-id');
  });

  it('end the session at a second refresh with refreshOncePerToken', () => {
    const { counters, sessions, session, token } = createSession({ refreshOncePerToken: true });
    const newToken = sessions.refresh(token, session.sessionId);
    expect(counters.sessionsRefreshedTwice).toBe(0);
    expect(() => sessions.refresh(token, session.sessionId)).toThrow('session is ended');
    expect(counters.sessionsRefreshedTwice).toBe(1);
    expect(() => sessions.authenticate(newToken)).toThrow('unknown');
  });

  it('are counted at a second refresh even when it is allowed', () => {
    const { counters, sessions, session, token } = createSession({ oldTokenSurvivesRefresh: true });
    sessions.refresh(token, session.sessionId);
    sessions.refresh(token, session.sessionId);
    expect(counters.sessionsRefreshedTwice).toBe(1);
  });

  it('become invalid when their session ends', () => {
    const { sessions, session, token } = createSession();
    sessions.end(session);
    expect(() => sessions.authenticate(token)).toThrow('unknown');
  });
});
