import picomatch from 'picomatch';

/** Globs of paths to read and to pass over. */
export interface PathGlobs {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

type Matcher = (path: string) => boolean;

/** Makes a test of paths. A glob without a slash is matched against the last part of the path, as a shell user expects. */
export function pathFilter({ include = [], exclude = [] }: PathGlobs): Matcher {
  if (include.length === 0 && exclude.length === 0) return () => true;
  const wanted = include.map(matcherOf);
  const unwanted = exclude.map(matcherOf);
  return (path) =>
    (wanted.length === 0 || wanted.some((matches) => matches(path))) && !unwanted.some((matches) => matches(path));
}

function matcherOf(glob: string): Matcher {
  const matches = picomatch(glob, { dot: true, basename: !glob.includes('/') });
  return (path) => matches(path.replace(/^\.\//, ''));
}
