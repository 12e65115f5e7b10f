/** Something in an archive that is not as it must be, or not as its dumps are. */
export interface Damage {
  /** What found it: `structure`, `integrity`, `keys`, `search`, `counts`, `hashes`, `records`, `repairs`, `content`, `sources`. */
  readonly check: string;
  /** The table in which it lies; `archive` where that cannot be told. */
  readonly table: string;
  /** The row: its id, or what names it across archives; null where it is the whole table. */
  readonly row: string | null;
  readonly message: string;
}

/** One row of content or of the settled layer, reduced to what tells whether two archives agree on it. */
export interface ContentRow {
  readonly table: string;
  /** What names the row in every archive. */
  readonly row: string;
  /** SHA-256 of all its values, base64. */
  readonly hash: string;
}

/** A capture at a place of a dump: its row id, the SHA-256 of its bytes, and whether the archive keeps them. */
export interface CapturePlace {
  readonly captureId: number;
  readonly contentSha256: string;
  readonly isKept: boolean;
}

/** A dump as an archive knows it, with the places at which captures were found in it. */
export interface SourcePlaces {
  readonly id: number;
  readonly path: string;
  readonly format: string;
  readonly sha256: string | null;
  /** Path of another source with the same bytes, if there is one. */
  readonly twin: string | null;
  /** By locator. */
  readonly places: ReadonlyMap<string, CapturePlace>;
}
