const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");

const versionOf = (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8")).version;

/** `@swc/jest`, loaded with its binary where a file has changed since a run before: mostly none has, and each worker would load it for nothing. */
exports.createTransformer = (options) => {
  const made = JSON.stringify([versionOf("@swc/core"), versionOf("@swc/jest"), options]);
  let loaded;
  const swc = () => {
    loaded ??= require("@swc/jest").createTransformer(options);
    return loaded;
  };
  return {
    process: (...file) => swc().process(...file),
    processAsync: (...file) => swc().processAsync(...file),
    getCacheKey: (source, path, { supportsStaticESM }) =>
      createHash("sha1").update([made, path, supportsStaticESM, source].join("\0")).digest("hex"),
  };
};
