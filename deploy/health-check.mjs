// For the container's HEALTHCHECK: exits with 0 when the URL responds with 2xx, by default the gateway's /ready.
const [url = `http://127.0.0.1:${process.env.PORT ?? 3000}/ready`] = process.argv.slice(2);
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_500) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
