/**
 * Version of the rules that read pages: how bytes are decoded, repaired, and fields found in them, profiles included. An archive keeps it
 * with each capture, so that it can tell what an older version read and `import --force` can renew it.
 *
 * Raise it by one in every release that may read some page otherwise than the release before did: any change in `src/decode`, `src/repair`,
 * `src/extract`, `src/text` or `src/sites` that changes a record of `samples/`. Never lower it. It does not follow the number of the release.
 */
export const RULES_VERSION = 1;
