/** Names in the output of `npm test` what only the long form proves; `what` goes on after the title of the suite. */
export const leftOutOfQuick = (what: string): void => {
  it.skip(`${what} (left out: npm run long takes minutes for it)`, () => undefined);
};
