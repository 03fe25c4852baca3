// For the container's HEALTHCHECK: ends with 0 when the address answers 2xx, by default the gateway's /ready.
const [address = `http://127.0.0.1:${process.env.PORT ?? 3000}/ready`] = process.argv.slice(2);
try {
  const answer = await fetch(address, { signal: AbortSignal.timeout(2_500) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
