const loopbackNamePattern = /^((?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Whether a host, as in a URL, always means this machine. Browsers resolve `localhost` and `*.localhost` by themselves. */
export function isLoopbackHost(hostname: string): boolean {
  return loopbackNamePattern.test(hostname);
}
