type Opened = { close(): Promise<unknown> };

/**
 * Closes what a test has opened, the last first. It closes all of it, also where an opening failed halfway or something fails to close, so that no
 * server outlives its test.
 */
export function opened() {
  const open: Opened[] = [];
  return {
    async keep<T extends Opened>(opening: Promise<T>): Promise<T> {
      const one = await opening;
      open.push(one);
      return one;
    },
    async close(): Promise<void> {
      const failures: unknown[] = [];
      for (const one of open.splice(0).reverse())
        await one.close().catch((error: unknown) => {
          failures.push(error);
        });
      if (failures.length > 0) throw failures[0];
    },
  };
}
