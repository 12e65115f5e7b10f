/** One of several shares of a list of dumps. */
export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  /** How many shares there are. */
  readonly count: number;
  /** Dumps with more bytes than this are shared out in pieces of about this size, where their format allows it. */
  readonly pieceBytes: number;
  /** Of a dump that is cut only the piece of this number, counted from 1; those that their hashes give to the shard where it is not said. */
  readonly piece?: number;
}

/** What a finished shard file says of itself. */
export interface ShardMark {
  /** Which share it holds, counted from 1. */
  readonly shard: number;
  readonly shardCount: number;
  /** SHA-256 over the names and sizes of all dumps of the list and what was said of their reading, lower-case hexadecimal. */
  readonly listSha256: string;
}

/** Size from which a dump is shared out in pieces: some minutes of work. */
export const PIECE_BYTES = 1 << 30;
