/**
 * A signal that is given on the first SIGINT or SIGTERM, so that work ends after what is under way; a second one ends
 * the process at once.
 */
export function untilInterrupted(onInterrupt: () => void): { signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onInterrupt();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    done: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
